package baton.testing;

import baton.channel.Channel;
import baton.channel.Inbound;
import baton.conversation.Conversation;
import baton.conversation.IncomingMessage;
import baton.conversation.IncomingMessages;
import baton.conversation.Traffic;
import baton.conversation.Traffic.LastFrom;
import baton.id.ConversationId;
import baton.message.MessageKey;
import baton.testing.Store.Entry;
import baton.testing.Store.In;
import baton.testing.Store.Placed;
import baton.testing.Store.Quarantined;
import baton.testing.Store.Seen;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Incoming messages in memory, by the table of data-model.md 2.1.
final class InMemoryMessages implements IncomingMessages {
  private final Store store;

  InMemoryMessages(Store store) {
    this.store = store;
  }

  @Override
  public Appended append(IncomingMessage message) {
    synchronized (store) {
      var workspace = message.channel().workspace();
      var timeline = store.timeline(workspace, message.conversation());
      var kept = timeline.putIfAbsent(message.key(), new Entry.Incoming(message));
      var head = Optional.ofNullable(store.conversations.get(new In<>(workspace, message.conversation())));
      boolean behind = head.filter(known -> known.core().traffic().lastKey().compareTo(message.key()) >= 0).isPresent();
      if (head.isEmpty()) {
        return new Appended.NotOpen();
      }
      return switch (head.get()) {
        case Conversation.Blocked _ -> new Appended.Hidden();
        case Conversation.Closed closed -> kept instanceof Entry.Incoming(var first) && behind
            && !first.receivedAt().isAfter(closed.since()) ? new Appended.Repeated() : new Appended.NotOpen();
        case Conversation.Unassigned open -> intoOpen(open, message, behind, Optional.ofNullable(kept));
        case Conversation.Assigned open -> intoOpen(open, message, behind, Optional.ofNullable(kept));
      };
    }
  }

  private Appended intoOpen(Conversation open, IncomingMessage message, boolean behind, Optional<Entry> kept) {
    var before = open.core().traffic();
    if (!behind) {
      write(open, newer(before, message));
      return new Appended.Stored(open.core().contact(), open.core().contactName());
    }
    if (kept.isEmpty()) {
      write(open, late(before, message));
      return new Appended.Late();
    }
    // Whoever looked after it first came has seen it: a repeated webhook must not make it unread again.
    if (kept.get() instanceof Entry.Incoming(var first)
        && before.readAt().filter(read -> read.isBefore(first.receivedAt())).isPresent()) {
      write(open, before.lastFrom() == LastFrom.CLIENT ? unread(before) : late(before, first));
    }
    return new Appended.Repeated();
  }

  private void write(Conversation open, Traffic traffic) {
    store.conversations.put(
        new In<>(open.core().workspace(), open.id()), open.with(open.core().with(traffic)));
  }

  private static Traffic newer(Traffic before, IncomingMessage message) {
    return new Traffic(
        message.key(), before.lateKey(), message.key().at(), LastFrom.CLIENT, message.content().preview(), true,
        before.readAt(), before.waitingSince().or(() -> Optional.of(message.receivedAt())));
  }

  private static Traffic late(Traffic before, IncomingMessage message) {
    return new Traffic(
        before.lastKey(), Optional.of(message.key()), before.lastAt(), LastFrom.CLIENT, before.preview(), true,
        before.readAt(), before.waitingSince().or(() -> Optional.of(message.receivedAt())));
  }

  private static Traffic unread(Traffic before) {
    return new Traffic(
        before.lastKey(), before.lateKey(), before.lastAt(), before.lastFrom(), before.preview(), true,
        before.readAt(), before.waitingSince());
  }

  @Override
  public MessageKey keyOf(Channel channel, String providerId, ConversationId conversation, MessageKey proposed) {
    synchronized (store) {
      return store.seen
          .computeIfAbsent(new Seen(channel.id(), providerId), _ -> new Placed(conversation, proposed))
          .key();
    }
  }

  @Override
  public Optional<ConversationId> conversationOf(Channel channel, String providerId) {
    synchronized (store) {
      return Optional.ofNullable(store.seen.get(new Seen(channel.id(), providerId))).map(Placed::conversation);
    }
  }

  @Override
  public void append(
      Channel channel, ConversationId conversation, Inbound.Remark remark, MessageKey key, Instant receivedAt) {
    synchronized (store) {
      store.timeline(channel.workspace(), conversation)
          .putIfAbsent(key, new Entry.Remarked(remark, receivedAt));
    }
  }

  @Override
  public void quarantine(Channel channel, String why, String raw, Instant receivedAt) {
    synchronized (store) {
      store.quarantine.add(new Quarantined(channel.id(), why, raw, receivedAt.truncatedTo(ChronoUnit.HOURS)));
    }
  }
}
