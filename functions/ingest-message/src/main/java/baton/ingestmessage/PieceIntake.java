package baton.ingestmessage;

import baton.channel.Channel;
import baton.channel.Identity;
import baton.channel.Inbound;
import baton.channel.Peer;
import baton.channels.Piece;
import baton.conversation.Deliveries;
import baton.conversation.IncomingMessage;
import baton.conversation.IncomingMessages;
import baton.conversation.Intake;
import baton.conversation.OutgoingMessage;
import baton.conversation.Unavailable;
import baton.conversation.Whereabouts;
import baton.http.Log;
import baton.id.ConversationId;
import baton.message.Content;
import baton.message.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/// Keeps one piece of a body. What no conversation can hold, or not whole, is quarantined as it came.
final class PieceIntake {
  private static final Duration CLOCK_AHEAD = Duration.ofMinutes(5);

  private final Intake intake;
  private final IncomingMessages messages;
  private final Whereabouts whereabouts;
  private final Deliveries deliveries;
  private final Log log;

  PieceIntake(Intake intake, IncomingMessages messages, Whereabouts whereabouts, Deliveries deliveries, Log log) {
    this.intake = intake;
    this.messages = messages;
    this.whereabouts = whereabouts;
    this.deliveries = deliveries;
    this.log = log;
  }

  void keep(Channel channel, Piece piece, Instant now) {
    try {
      switch (piece.said()) {
        case Inbound.Message message -> {
          keepRest(channel, message.content(), piece, now);
          intake.receive(IncomingMessage.of(channel, message, key(channel, message, now), now));
        }
        case Inbound.Remark remark -> {
          keepRest(channel, remark.content(), piece, now);
          keep(channel, remark, piece, now);
        }
        case Inbound.Receipt receipt -> deliveries.receipt(
            channel, receipt.providerId(), receipt.delivery(), receipt.at().orElse(now),
            receipt.ourId().flatMap(OutgoingMessage.Name::parse));
        case Inbound.Unusable unusable -> quarantine(channel, unusable.kind() + ": " + unusable.why(), piece, now);
      }
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      // A fault of ours in one piece must not lose the others, nor itself: it is kept where people find it.
      log.failure(channel.id().value(), e);
      quarantine(channel, "a fault: " + e.getClass().getSimpleName(), piece, now);
    }
  }

  private void keepRest(Channel channel, Content content, Piece piece, Instant now) {
    if (!content.isWhole()) {
      quarantine(channel, "kept only in part, as " + content.word(), piece, now);
    }
  }

  private void keep(Channel channel, Inbound.Remark remark, Piece piece, Instant now) {
    var where = remark.peer().map(peer -> where(channel, peer, remark))
        .or(() -> remark.target().flatMap(target -> messages.conversationOf(channel, target)));
    where.ifPresentOrElse(
        conversation -> messages.append(channel, conversation, remark, key(channel, conversation, remark, now), now),
        () -> quarantine(channel, remark.kind() + " of a message that we do not know", piece, now));
  }

  // What is about a message comes as the message came; echoes and the channel's own words may name only the number.
  private ConversationId where(Channel channel, Peer peer, Inbound.Remark remark) {
    return remark.target().isPresent() ? Identity.conversation(channel, peer) : whereabouts.of(channel, peer);
  }

  private void quarantine(Channel channel, String why, Piece piece, Instant now) {
    messages.quarantine(channel, why, piece.raw(), now);
  }

  private MessageKey key(Channel channel, Inbound.Message message, Instant now) {
    var conversation = Identity.conversation(channel, message.peer());
    return key(channel, conversation, message.providerId(), message.sentAt(), MessageKey::incoming, now);
  }

  private MessageKey key(Channel channel, ConversationId conversation, Inbound.Remark remark, Instant now) {
    return key(channel, conversation, remark.providerId(), remark.sentAt(), MessageKey::remark, now);
  }

  // The same id is the same key for ever, so it must not depend on when it comes: either the provider's clock alone says
  // it, however wrong it is, or the guard does, from the first time on.
  private MessageKey key(
      Channel channel, ConversationId conversation, String id, Optional<Instant> sentAt,
      BiFunction<Instant, String, MessageKey> kind, Instant now) {
    var said = sentAt.filter(MessageKey::holds);
    if (channel.kind().tellsTime() && said.isPresent()) {
      return kind.apply(said.get(), id);
    }
    var likely = said.filter(at -> at.isBefore(now.plus(CLOCK_AHEAD))).orElse(now);
    return messages.keyOf(channel, id, conversation, kind.apply(likely, id));
  }
}
