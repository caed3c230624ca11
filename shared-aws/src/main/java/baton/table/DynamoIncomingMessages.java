package baton.table;

import baton.channel.Channel;
import baton.channel.Inbound;
import baton.conversation.Attempts;
import baton.conversation.IncomingMessage;
import baton.conversation.IncomingMessages;
import baton.conversation.Traffic.LastFrom;
import baton.conversation.Unavailable;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.message.MessageKey;
import baton.message.Text;
import baton.table.Attributes.ItemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// [IncomingMessages] upon the table: two writes at the same time and no read, in the common case.
public final class DynamoIncomingMessages implements IncomingMessages {
  private static final Duration QUARANTINE = Duration.ofDays(30);
  private static final int MOST_WHY = 1_000;
  // Bytes that are no UTF-8 become three each; an item of the table holds 400 KB.
  private static final int MOST_BODY = 380 * 1024;

  private final Table table;
  private final Attempts attempts;

  /// Upon that table.
  public DynamoIncomingMessages(Table table, Attempts attempts) {
    this.table = table;
    this.attempts = attempts;
  }

  /// What the two writes found.
  private sealed interface Put {
    record New() implements Put {}

    record There(Map<String, AttributeValue> kept) implements Put {}
  }

  private sealed interface Told {
    record Yes(Attributes head) implements Told {}

    record NoHead() implements Told {}

    record No(Attributes head) implements Told {}
  }

  @Override
  public Appended append(IncomingMessage message) {
    return reachable(() -> {
      var both = Parallel.both(() -> put(message), () -> tell(message));
      return switch (both.second()) {
        case Told.Yes(var head) -> stored(head);
        case Told.NoHead _ -> new Appended.NotOpen();
        case Told.No(var head) -> untold(message, both.first(), head);
      };
    });
  }

  private static Appended stored(Attributes head) {
    return new Appended.Stored(new ContactId(head.text("contact")), head.text("contactName"));
  }

  private Put put(IncomingMessage message) {
    try {
      table.put(MessageItem.write(message), new Expression().whenAbsent("pk"));
      return new Put.New();
    } catch (ConditionalCheckFailedException e) {
      return new Put.There(e.item());
    }
  }

  private Told tell(IncomingMessage message) {
    var update = told(new Expression(), message.receivedAt())
        .set("lastKey", Keys.timeline(message.key()))
        .set("lastAt", message.key().at().toEpochMilli())
        .set("preview", message.content().preview())
        .setFromOr("folderSort", "queueSort", AttributeValue.fromS(Keys.minute(message.key().at())));
    whenOpen(update);
    update.when(update.name("lastKey") + " < " + update.value(Keys.timeline(message.key())));
    return write(message, update);
  }

  private static Expression told(Expression update, Instant receivedAt) {
    return update
        .set("lastFrom", LastFrom.CLIENT.word())
        .set("unread", true)
        .setFromOr("waitingSince", "waitingSince",
            AttributeValue.fromN(Long.toString(receivedAt.toEpochMilli())));
  }

  private static void whenOpen(Expression update) {
    update.when("%s IN (%s, %s)".formatted(
        update.name("status"), update.value(ConversationItem.UNASSIGNED), update.value(ConversationItem.ASSIGNED)));
  }

  private Told write(IncomingMessage message, Expression update) {
    var key = Keys.head(message.channel().workspace(), message.conversation());
    return attempts.until(() -> {
      try {
        return Optional.of(new Told.Yes(Attributes.of(table.update(key, update))));
      } catch (ConditionalCheckFailedException e) {
        return Optional.of(e.hasItem() ? new Told.No(Attributes.of(e.item())) : new Told.NoHead());
      } catch (TransactionConflictException _) {
        // A move is being written at this moment. The SDK does not repeat this one.
        return Optional.empty();
      }
    });
  }

  private Appended untold(IncomingMessage message, Put put, Attributes head) {
    boolean passed = head.text("lastKey").compareTo(Keys.timeline(message.key())) >= 0;
    if (head.text("status").equals(ConversationItem.BLOCKED)) {
      return new Appended.Hidden();
    }
    return switch (put) {
      case Put.There(var kept) when passed -> repeated(message, Attributes.of(kept).time("receivedAt"), head);
      case Put.New _ when isOwn(message, head) -> stored(head);
      case Put.New _ when passed && isOpen(head) -> late(message);
      case Put.There _, Put.New _ -> new Appended.NotOpen();
    };
  }

  // The answer to our own update was lost, and its repetition found what it had written. Whoever has read it since did
  // so before the message itself was there: then it comes late.
  private static boolean isOwn(IncomingMessage message, Attributes head) {
    return isOpen(head) && head.flag("unread") && head.text("lastKey").equals(Keys.timeline(message.key()));
  }

  private static boolean isOpen(Attributes head) {
    String status = head.text("status");
    return status.equals(ConversationItem.UNASSIGNED) || status.equals(ConversationItem.ASSIGNED);
  }

  private Appended late(IncomingMessage message) {
    var update = lateTold(message, message.receivedAt());
    whenOpen(update);
    return switch (write(message, update)) {
      case Told.Yes _ -> new Appended.Late();
      case Told.No _, Told.NoHead _ -> new Appended.NotOpen();
    };
  }

  private static Expression lateTold(IncomingMessage message, Instant receivedAt) {
    return told(new Expression(), receivedAt).set("lateKey", Keys.timeline(message.key()));
  }

  // A first delivery may have ended between its two writes, and what is behind the newest key does not show whether the
  // conversation was told of it. It was not when it came after the closing, or after an agent's last word and look.
  private Appended repeated(IncomingMessage message, Instant firstReceivedAt, Attributes head) {
    if (!isOpen(head)) {
      return firstReceivedAt.isAfter(head.time("statusSince")) ? new Appended.NotOpen() : new Appended.Repeated();
    }
    boolean byClient = head.text("lastFrom").equals(LastFrom.CLIENT.word());
    boolean readSince = !head.has("readAt") || !head.time("readAt").isBefore(firstReceivedAt);
    // The failed write brought the head back: most repetitions find there that nothing is to be healed.
    if (readSince || (byClient && head.flag("unread"))) {
      return new Appended.Repeated();
    }
    var update = byClient
        ? new Expression().set("unread", true)
        : lateTold(message, firstReceivedAt);
    whenOpen(update);
    update.when(update.name("readAt") + " < " + update.value(firstReceivedAt.toEpochMilli()));
    write(message, update);
    return new Appended.Repeated();
  }

  @Override
  public MessageKey keyOf(Channel channel, String providerId, ConversationId conversation, MessageKey proposed) {
    return reachable(() -> {
      var item = Attributes.of(Keys.guard(channel.id(), providerId), ItemType.OTHER)
          .put("key", Keys.timeline(proposed))
          .put("conversation", conversation.value());
      try {
        table.put(item.map(), new Expression().whenAbsent("pk"));
        return proposed;
      } catch (ConditionalCheckFailedException e) {
        return Keys.messageKey(Attributes.of(e.item()).text("key"));
      }
    });
  }

  @Override
  public Optional<ConversationId> conversationOf(Channel channel, String providerId) {
    return reachable(() -> table.read(Keys.guard(channel.id(), providerId))
        .flatMap(item -> Attributes.of(item).optional("conversation"))
        .map(ConversationId::new));
  }

  @Override
  public void append(
      Channel channel, ConversationId conversation, Inbound.Remark remark, MessageKey key, Instant receivedAt) {
    putOnce(MessageItem.write(channel, conversation, remark, key, receivedAt));
  }

  @Override
  public void quarantine(Channel channel, String why, String raw, Instant receivedAt) {
    putOnce(Attributes.of(Keys.quarantined(channel.id(), receivedAt, why, raw), ItemType.OTHER)
        .put("why", Text.clip(why, MOST_WHY))
        .put("body", Text.clip(Text.wellFormed(raw), MOST_BODY))
        .put("receivedAt", receivedAt)
        .put("expiresAt", receivedAt.plus(QUARANTINE).getEpochSecond())
        .map());
  }

  private void putOnce(Map<String, AttributeValue> item) {
    reachable(() -> {
      try {
        table.put(item, new Expression().whenAbsent("pk"));
      } catch (ConditionalCheckFailedException _) {
        // kept before: the same thing again
      }
      return true;
    });
  }

  private static <T> T reachable(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new Unavailable("the table does not answer", e);
    }
  }
}
