package baton.table;

import baton.conversation.OutgoingMessage;
import baton.event.Actor;
import baton.event.Event;
import baton.event.EventType;
import baton.id.ChannelId;
import baton.id.ContactId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Events and outgoing messages wait here, as items of the table, until they are published; the marker says that they
/// wait.
public final class Outbox {
  private final Table table;

  /// Upon that table.
  public Outbox(Table table) {
    this.table = table;
  }

  /// What an item asks to be published.
  ///
  /// @param event for the topic of events
  /// @param send for the queue of outgoing messages
  /// @param marked whether the item waits with a marker
  public record Entry(Key key, Event event, Optional<OutgoingMessage> send, boolean marked) {}

  /// What that item asks for; none when it is neither an event nor a message.
  public static Optional<Entry> entry(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    boolean marked = item.has("due");
    return switch (item.text("item")) {
      case "event" -> Optional.of(new Entry(item.key(), EventItem.read(values), Optional.empty(), marked));
      case "message" -> Optional.of(item.text("direction").equals(MessageItem.OUT)
          ? outgoing(item, MessageItem.readOutgoing(values), marked)
          : incoming(item, marked));
      default -> Optional.empty();
    };
  }

  private static Entry outgoing(Attributes item, OutgoingMessage message, boolean marked) {
    var event = said(item, EventType.MESSAGE_SENT, Actor.agent(message.author()));
    return new Entry(item.key(), event, Optional.of(message), marked);
  }

  private static Entry incoming(Attributes item, boolean marked) {
    var author = Actor.contact(new ContactId(item.text("contact")));
    return new Entry(item.key(), said(item, EventType.MESSAGE_RECEIVED, author), Optional.empty(), marked);
  }

  private static Event said(Attributes item, EventType type, Actor author) {
    var key = item.key();
    var conversation = Keys.conversationOf(key.pk());
    String message = Keys.messageKey(key.sk()).toString();
    return new Event(
        conversation + "-" + message, type, Keys.workspaceOf(key.pk()), conversation.value(),
        Optional.of(conversation), item.optional("contact").map(ContactId::new),
        item.optional("channel").map(ChannelId::new), Optional.empty(), 0, 0, item.time("receivedAt"), author, "", "",
        0, "", "", Map.of("message", message));
  }

  /// It has been published; the clean-up need not look at it any more.
  public void published(Entry entry) {
    if (!entry.marked()) {
      return;
    }
    var update = new Expression().remove("due").remove("dueAt").whenPresent("due");
    try {
      // Nothing is returned: this role may touch, and see, the marker only.
      table.client().updateItem(UpdateItemRequest.builder()
          .tableName(table.name())
          .key(entry.key().attributes())
          .updateExpression(update.update())
          .conditionExpression(update.condition())
          .expressionAttributeNames(update.names())
          .build());
    } catch (ConditionalCheckFailedException _) {
      // somebody else has published it too
    }
  }
}
