package baton.ingestmessage;

import baton.channel.Channel;
import baton.channel.Identity;
import baton.channel.Inbound;
import baton.channels.ChannelAdapter;
import baton.channels.Piece;
import baton.channels.UnreadableBody;
import baton.channels.WebhookRequest;
import baton.conversation.IncomingMessages;
import baton.id.ConversationId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps all that an authentic body says, each piece for itself: messages and remarks first, then receipts. It returns
/// only when nothing of it can be lost any more.
final class BodyIntake {
  // More of one conversation at once are a provider's arrears: in turn they would not be done in time, nor ever, as each
  // repeat would begin at the same one.
  private static final int IN_TURN = 50;

  private final PieceIntake pieces;
  private final IncomingMessages messages;
  private final Duration longest;

  BodyIntake(PieceIntake pieces, IncomingMessages messages, Duration longest) {
    this.pieces = pieces;
    this.messages = messages;
    this.longest = longest;
  }

  void keep(Channel channel, ChannelAdapter adapter, WebhookRequest request, Instant now) {
    try {
      keep(channel, adapter.parse(request, channel), now);
    } catch (UnreadableBody e) {
      messages.quarantine(
          channel, "unreadable: " + e.getMessage(), new String(request.body(), StandardCharsets.UTF_8), now);
    }
  }

  private void keep(Channel channel, List<Piece> found, Instant now) {
    var wide = new Wide(longest);
    var ours = found.stream().filter(piece -> !isForeign(piece, channel)).toList();
    var conversations = conversationByConversation(channel, ours, now);
    wide.run(conversations.stream()
        .map(said -> wide.inTurn(said.stream().limit(IN_TURN).map(piece -> keeping(channel, piece, now)).toList()))
        .toList());
    wide.run(Stream.concat(
            conversations.stream().flatMap(said -> said.stream().skip(IN_TURN)),
            ours.stream().filter(piece -> conversation(channel, piece).isEmpty()))
        .map(piece -> keeping(channel, piece, now))
        .toList());
    wide.run(foreignAccounts(found, channel).<Runnable>map(account -> () -> disown(channel, account, now)).toList());
  }

  private Runnable keeping(Channel channel, Piece piece, Instant now) {
    return () -> pieces.keep(channel, piece, now);
  }

  // Whose customers they are is none of this workspace's business: that they came is all that is kept.
  private void disown(Channel channel, String account, Instant now) {
    messages.quarantine(channel, "another account: " + account, "", now);
  }

  private static Stream<String> foreignAccounts(List<Piece> found, Channel channel) {
    return found.stream().filter(piece -> isForeign(piece, channel))
        .flatMap(piece -> piece.said().account().stream()).distinct();
  }

  private static boolean isForeign(Piece piece, Channel channel) {
    return piece.said().account().filter(account -> !account.equals(channel.account())).isPresent();
  }

  // One conversation's messages stay in their order; the first of a new contact does not race with the second. Each
  // repeat begins with another conversation: when the time never suffices for all, none is left out for ever.
  private static List<List<Piece>> conversationByConversation(Channel channel, List<Piece> found, Instant now) {
    var groups = new LinkedHashMap<ConversationId, List<Piece>>();
    found.forEach(piece -> conversation(channel, piece)
        .ifPresent(id -> groups.computeIfAbsent(id, _ -> new ArrayList<>()).add(piece)));
    var all = new ArrayList<>(groups.values());
    Collections.rotate(all, all.isEmpty() ? 0 : Math.floorMod(now.toEpochMilli(), all.size()));
    return all;
  }

  private static Optional<ConversationId> conversation(Channel channel, Piece piece) {
    return switch (piece.said()) {
      case Inbound.Message message -> Optional.of(Identity.conversation(channel, message.peer()));
      case Inbound.Remark remark -> remark.peer().map(peer -> Identity.conversation(channel, peer));
      case Inbound.Receipt _, Inbound.Unusable _ -> Optional.empty();
    };
  }
}
