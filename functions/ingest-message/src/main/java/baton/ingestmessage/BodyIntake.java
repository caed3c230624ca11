package baton.ingestmessage;

import baton.channel.Channel;
import baton.channel.Identity;
import baton.channel.Inbound;
import baton.channel.Peer;
import baton.channels.ChannelAdapter;
import baton.channels.UnreadableBody;
import baton.conversation.Deliveries;
import baton.conversation.IncomingMessage;
import baton.conversation.IncomingMessages;
import baton.conversation.Intake;
import baton.conversation.OutgoingMessage;
import baton.conversation.Unavailable;
import baton.http.Log;
import baton.message.MessageKey;
import baton.message.Text;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Keeps all that an authentic body says, each item for itself: messages and remarks first, then receipts. What no
/// conversation can hold is quarantined. It returns only when nothing of it can be lost any more.
final class BodyIntake {
  private static final Duration CLOCK_AHEAD = Duration.ofMinutes(5);
  // Bytes that are no UTF-8 become three each; an item of the table holds 400 KB.
  private static final int MOST_QUARANTINED = 380 * 1024;

  private final Intake intake;
  private final IncomingMessages messages;
  private final Deliveries deliveries;
  private final Log log;
  private final Duration longest;

  BodyIntake(Intake intake, IncomingMessages messages, Deliveries deliveries, Log log, Duration longest) {
    this.intake = intake;
    this.messages = messages;
    this.deliveries = deliveries;
    this.log = log;
    this.longest = longest;
  }

  void keep(Channel channel, ChannelAdapter adapter, byte[] body, Instant now) {
    var reasons = new Reasons();
    var wide = new Wide(longest);
    try {
      var ours = new ArrayList<Inbound>();
      for (var item : adapter.parse(body)) {
        if (isForeign(item, channel)) {
          reasons.add("another account: " + item.account().orElse(""));
        } else {
          ours.add(item);
        }
      }
      wide.run(conversationByConversation(channel, ours, now).stream()
          .<Runnable>map(group -> () -> group.forEach(item -> keep(channel, item, now, reasons)))
          .toList());
      wide.run(ours.stream()
          .filter(Inbound.Receipt.class::isInstance)
          .<Runnable>map(item -> () -> keep(channel, item, now, reasons))
          .toList());
    } catch (UnreadableBody e) {
      reasons.add("unreadable: " + e.getMessage());
    }
    if (!reasons.isEmpty()) {
      String text = new String(body, StandardCharsets.UTF_8);
      messages.quarantine(
          channel, MessageKey.hash(text), Text.clip(reasons.toString(), 1000), Text.clip(text, MOST_QUARANTINED), now);
    }
  }

  // One conversation's messages stay in their order; the first of a new contact does not race with the second. Each
  // repeat begins with another conversation: when the time never suffices for all, none is left out for ever.
  private static List<List<Inbound>> conversationByConversation(Channel channel, List<Inbound> items, Instant now) {
    var groups = new LinkedHashMap<String, List<Inbound>>();
    for (var item : items) {
      var peer = switch (item) {
        case Inbound.Message message -> Optional.of(message.peer());
        case Inbound.Remark remark -> remark.peer();
        case Inbound.Receipt _, Inbound.Unusable _ -> Optional.<Peer>empty();
      };
      String group = peer.map(who -> Identity.conversation(channel, who).value()).orElse("");
      if (!(item instanceof Inbound.Receipt)) {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(item);
      }
    }
    var all = new ArrayList<>(groups.values());
    Collections.rotate(all, all.isEmpty() ? 0 : Math.floorMod(now.toEpochMilli(), all.size()));
    return all;
  }

  private void keep(Channel channel, Inbound item, Instant now, Reasons reasons) {
    try {
      switch (item) {
        case Inbound.Message message -> intake.receive(IncomingMessage.of(
            channel, message, key(channel, message, now), now));
        case Inbound.Remark remark when remark.peer().isPresent() -> messages.append(
            channel, remark.peer().get(), remark, key(channel, remark, now), now);
        case Inbound.Remark remark -> reasons.add(remark.kind() + " of a message that names nobody");
        case Inbound.Receipt receipt -> deliveries.receipt(
            channel, receipt.providerId(), receipt.delivery(), receipt.at().orElse(now),
            receipt.ourId().flatMap(OutgoingMessage.Name::parse));
        case Inbound.Unusable unusable -> reasons.add(unusable.kind() + ": " + unusable.why());
      }
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      // A fault of ours in one item must not lose the others, nor itself: it is kept where people find it.
      log.failure(channel.id().value(), e);
      reasons.add("a fault: " + e.getClass().getSimpleName());
    }
  }

  private MessageKey key(Channel channel, Inbound.Message message, Instant now) {
    return timely(message.sentAt(), now)
        .map(at -> MessageKey.incoming(at, message.providerId()))
        .orElseGet(() -> messages.keyOf(
            channel, message.providerId(), MessageKey.incoming(now, message.providerId())));
  }

  private MessageKey key(Channel channel, Inbound.Remark remark, Instant now) {
    return timely(remark.sentAt(), now)
        .map(at -> MessageKey.remark(at, remark.providerId()))
        .orElseGet(() -> messages.keyOf(
            channel, remark.providerId(), MessageKey.remark(now, remark.providerId())));
  }

  private static Optional<Instant> timely(Optional<Instant> sentAt, Instant now) {
    return sentAt.filter(at -> at.isBefore(now.plus(CLOCK_AHEAD)) && at.toEpochMilli() >= 0);
  }

  private static boolean isForeign(Inbound item, Channel channel) {
    return !channel.account().isEmpty()
        && item.account().filter(account -> !account.equals(channel.account())).isPresent();
  }
}
