package baton.table;

import baton.channel.Channel;
import baton.conversation.Attempts;
import baton.conversation.Deliveries;
import baton.conversation.OutgoingMessage;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import baton.message.Delivery;
import baton.message.Delivery.Status;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// [Deliveries] upon the table. A provider's id is an item of its own, written by whichever comes first: our sending or
/// its receipt.
public final class DynamoDeliveries implements Deliveries {
  private final Table table;
  private final Attempts attempts;

  /// Upon that table.
  public DynamoDeliveries(Table table, Attempts attempts) {
    this.table = table;
    this.attempts = attempts;
  }

  @Override
  public Taken take(OutgoingMessage message, Instant now) {
    var update = new Expression()
        .set("takenAt", now.toEpochMilli())
        .whenEqual("delivery", Status.QUEUED.word())
        .whenAbsent("takenAt");
    try {
      table.update(keyOf(message), update);
      return Taken.YES;
    } catch (ConditionalCheckFailedException e) {
      boolean waiting = e.hasItem() && Attributes.of(e.item()).text("delivery").equals(Status.QUEUED.word());
      return waiting ? Taken.UNKNOWN : Taken.DONE;
    }
  }

  @Override
  public void release(OutgoingMessage message) {
    unlessPassed(keyOf(message), new Expression()
        .remove("takenAt")
        .whenEqual("delivery", Status.QUEUED.word()));
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
    var known = Attributes.of(table.update(Keys.sent(message.channel(), providerId), link));
    apply(keyOf(message), Delivery.of(Status.SENT), Optional.of(providerId));
    known.optional("delivery").ifPresent(word -> apply(keyOf(message), delivery(known), Optional.of(providerId)));
  }

  @Override
  public void failed(OutgoingMessage message, String error) {
    var failed = Delivery.failed(error);
    // Only what the provider has not taken: after that, its receipts say how it fares.
    unlessPassed(keyOf(message), new Expression()
        .set("delivery", failed.status().word())
        .set("deliveryRank", failed.status().ordinal())
        .set("deliveryError", error)
        .whenEqual("delivery", Status.QUEUED.word()));
  }

  @Override
  public void receipt(
      Channel channel, String providerId, Delivery delivery, Instant at, Optional<OutgoingMessage.Name> name) {
    var update = new Expression()
        .set("delivery", delivery.status().word())
        .set("deliveryRank", delivery.status().ordinal())
        .set("deliveryAt", at.toEpochMilli());
    if (!delivery.error().isEmpty()) {
      update.set("deliveryError", delivery.error());
    }
    whenProgress(update, delivery);
    unlessPassed(Keys.sent(channel.id(), providerId), update)
        .flatMap(known -> messageOf(known)
            .or(() -> name.map(own -> Keys.onTimeline(channel.workspace(), own.conversation(), own.key()))))
        .ifPresent(message -> apply(message, delivery, Optional.of(providerId)));
  }

  private static Optional<Key> messageOf(Attributes known) {
    return known.optional("message").map(message -> Keys.onTimeline(
        new WorkspaceId(known.text("workspace")), new ConversationId(known.text("conversation")),
        Keys.messageKey(message)));
  }

  private void apply(Key message, Delivery delivery, Optional<String> providerId) {
    var update = new Expression()
        .set("delivery", delivery.status().word())
        .set("deliveryRank", delivery.status().ordinal());
    if (!delivery.error().isEmpty()) {
      update.set("deliveryError", delivery.error());
    }
    providerId.ifPresent(id -> update.set("providerId", id));
    update.whenPresent("pk");
    whenProgress(update, delivery);
    unlessPassed(message, update);
  }

  private static void whenProgress(Expression update, Delivery delivery) {
    update.when("(attribute_not_exists(%s) OR %s < %s)".formatted(
        update.name("deliveryRank"), update.name("deliveryRank"), update.value(delivery.status().ordinal())));
  }

  private Optional<Attributes> unlessPassed(Key key, Expression update) {
    return attempts.until(() -> {
      try {
        return Optional.of(Optional.of(Attributes.of(table.update(key, update))));
      } catch (ConditionalCheckFailedException _) {
        return Optional.of(Optional.empty());
      } catch (TransactionConflictException _) {
        return Optional.empty();
      }
    });
  }

  private static Delivery delivery(Attributes known) {
    return new Delivery(
        Status.valueOf(known.text("delivery").toUpperCase(Locale.ROOT)), known.text("deliveryError"));
  }

  private static Key keyOf(OutgoingMessage message) {
    return Keys.onTimeline(message.workspace(), message.conversation(), message.key());
  }
}
