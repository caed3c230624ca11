package baton.table;

import baton.event.Actor;
import baton.event.Event;
import baton.event.EventType;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.TeamId;
import baton.table.Attributes.ItemType;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How an event is spelled: the log line, which is the outbox entry too until its marker is taken away.
public final class EventItem {
  /// How long the stream may take before the clean-up publishes in its place.
  public static final Duration PUBLISHED_WITHIN = Duration.ofMinutes(5);

  private EventItem() {}

  static Map<String, AttributeValue> write(Event event) {
    return Attributes.of(Keys.event(event), ItemType.EVENT)
        .put("id", event.id())
        .put("type", event.type().word())
        .put("stream", event.stream())
        .put("conversation", event.conversation())
        .put("contact", event.contact())
        .put("channel", event.channel())
        .put("team", event.team())
        .put("episode", event.episode())
        .put("version", event.version())
        .put("occurredAt", event.occurredAt())
        .put("actor", event.actor().type().word() + ":" + event.actor().id())
        .put("reason", event.reason())
        .put("cause", event.cause())
        .put("depth", event.depth())
        .put("from", event.from())
        .put("to", event.to())
        .put("data", event.data())
        .put("period", Keys.eventsAt(event.workspace(), event.occurredAt()))
        .put("periodSort", Keys.millis(event.occurredAt()))
        .put("due", Keys.dueOf(event.id()))
        .put("dueAt", Keys.millis(event.occurredAt().plus(PUBLISHED_WITHIN)))
        .map();
  }

  /// The event of an item, of the table or of its stream.
  public static Event read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    String[] actor = item.text("actor").split(":", 2);
    return new Event(
        item.text("id"),
        EventType.of(item.text("type")).orElseThrow(
            () -> new IllegalArgumentException("an event of an unknown type: " + item.text("type"))),
        Keys.workspaceOf(item.key().pk()),
        item.text("stream"),
        item.optional("conversation").map(ConversationId::new),
        item.optional("contact").map(ContactId::new),
        item.optional("channel").map(ChannelId::new),
        item.optional("team").map(TeamId::new),
        (int) item.number("episode"),
        item.number("version"),
        item.time("occurredAt"),
        new Actor(Actor.Type.of(actor[0]), actor[1]),
        item.text("reason"),
        item.text("cause"),
        (int) item.number("depth"),
        item.text("from"),
        item.text("to"),
        item.map("data"));
  }
}
