package baton.table;

import baton.channel.Channel;
import baton.conversation.Attempts;
import baton.conversation.Deliveries;
import baton.conversation.OutgoingMessage;
import baton.conversation.Unavailable;
import baton.id.ConversationId;
import baton.id.IdSource;
import baton.id.WorkspaceId;
import baton.message.Delivery;
import baton.message.Delivery.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// [Deliveries] upon the table. A provider's id is an item of its own, written by whichever comes first: our sending or
/// its receipt.
public final class DynamoDeliveries implements Deliveries {
  private final Table table;
  private final Attempts attempts;
  private final IdSource tokens;

  /// Upon that table.
  public DynamoDeliveries(Table table, Attempts attempts, IdSource tokens) {
    this.table = table;
    this.attempts = attempts;
    this.tokens = tokens;
  }

  /// How a write ended.
  ///
  /// @param item as it is now, or as it was where the condition did not hold; empty where there is none
  private record Written(boolean done, Attributes item) {}

  @Override
  public Taken take(OutgoingMessage message, Instant now) {
    String token = tokens.next();
    var written = take(message, token, now);
    if (written.done()) {
      return Taken.YES;
    }
    if (!written.item().text("delivery").equals(Status.QUEUED.word())) {
      return Taken.DONE;
    }
    // A repetition after a lost answer finds its own first try.
    return written.item().text("takenBy").equals(token) ? Taken.YES : Taken.UNKNOWN;
  }

  private Written take(OutgoingMessage message, String token, Instant now) {
    try {
      return write(keyOf(message), new Expression()
          .set("takenAt", now.toEpochMilli())
          .set("takenBy", token)
          .whenEqual("delivery", Status.QUEUED.word())
          .whenAbsent("takenBy"));
    } catch (Unavailable e) {
      // It may be ours without our knowing. Nothing was sent yet: left so, it would count as one that may have arrived.
      releaseOwn(message, token, e);
      throw e;
    }
  }

  private void releaseOwn(OutgoingMessage message, String token, Unavailable why) {
    try {
      write(keyOf(message), released().whenEqual("takenBy", token));
    } catch (Unavailable e) {
      why.addSuppressed(e);
    }
  }

  @Override
  public void release(OutgoingMessage message) {
    write(keyOf(message), released());
  }

  private static Expression released() {
    return new Expression().remove("takenAt").remove("takenBy").whenEqual("delivery", Status.QUEUED.word());
  }

  @Override
  public void sent(OutgoingMessage message, String providerId) {
    var link = new Expression()
        .set("workspace", message.workspace().value())
        .set("conversation", message.conversation().value())
        .set("message", Keys.timeline(message.key()));
    // No condition can fail here: whoever writes this item adds only what is theirs, and writes the same again.
    link.when("attribute_not_exists(%s) OR %s = %s".formatted(
        link.name("message"), link.name("message"), link.value(Keys.timeline(message.key()))));
    var known = write(Keys.sent(message.channel(), providerId), link).item();
    apply(keyOf(message), Delivery.of(Status.SENT), providerId);
    MessageItem.delivery(known).ifPresent(delivery -> apply(keyOf(message), delivery, providerId));
  }

  @Override
  public void ended(OutgoingMessage message, Delivery end) {
    // Only what the provider has not taken: after that, its receipts say how it fares. And what we say ourselves has the
    // lowest rank: a receipt, be it the provider's own "failed", proves it wrong.
    write(keyOf(message), set(end, Status.UNKNOWN).whenEqual("delivery", Status.QUEUED.word()));
  }

  @Override
  public void moved(OutgoingMessage message, String address) {
    write(Keys.head(message.workspace(), message.conversation()),
        new Expression().set("address", address).whenEqual("address", message.address()));
  }

  @Override
  public void receipt(
      Channel channel, String providerId, Delivery delivery, Instant at, Optional<OutgoingMessage.Name> name) {
    var update = whenProgress(set(delivery).set("deliveryAt", at.toEpochMilli()), delivery);
    // Also where this is no news: an earlier try may have ended before the message was told.
    var known = write(Keys.sent(channel.id(), providerId), update).item();
    messageOf(known)
        .or(() -> name.map(own -> Keys.onTimeline(channel.workspace(), own.conversation(), own.key())))
        .ifPresent(message -> apply(message, MessageItem.delivery(known).orElseThrow(), providerId));
  }

  private static Optional<Key> messageOf(Attributes known) {
    return known.optional("message").map(message -> Keys.onTimeline(
        new WorkspaceId(known.text("workspace")), new ConversationId(known.text("conversation")),
        Keys.messageKey(message)));
  }

  private void apply(Key message, Delivery delivery, String providerId) {
    write(message, whenProgress(set(delivery).set("providerId", providerId).whenPresent("pk"), delivery));
  }

  private static Expression set(Delivery delivery) {
    return set(delivery, delivery.status());
  }

  private static Expression set(Delivery delivery, Status rank) {
    var update = new Expression()
        .set("delivery", delivery.status().word())
        .set("deliveryRank", rank.ordinal());
    if (delivery.retryable()) {
      update.set("deliveryRetryable", true);
    } else {
      update.remove("deliveryRetryable");
    }
    return delivery.error().isEmpty()
        ? update.remove("deliveryError")
        : update.set("deliveryError", delivery.error());
  }

  private static Expression whenProgress(Expression update, Delivery delivery) {
    return update.when("(attribute_not_exists(%s) OR %s < %s)".formatted(
        update.name("deliveryRank"), update.name("deliveryRank"), update.value(delivery.status().ordinal())));
  }

  private Written write(Key key, Expression update) {
    return attempts.until(() -> {
      try {
        return Optional.of(new Written(true, Attributes.of(table.update(key, update))));
      } catch (ConditionalCheckFailedException e) {
        return Optional.of(new Written(false, Attributes.of(e.hasItem() ? e.item() : Map.of())));
      } catch (TransactionConflictException _) {
        return Optional.empty();
      } catch (SdkException e) {
        throw new Unavailable("the table does not answer", e);
      }
    });
  }

  private static Key keyOf(OutgoingMessage message) {
    return Keys.onTimeline(message.workspace(), message.conversation(), message.key());
  }
}
