package baton.wire;

import baton.event.Actor;
import baton.event.Event;
import baton.event.EventType;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How an event goes over the topic: the contract of docs/events.md.
public final class EventJson {
  private EventJson() {}

  /// As JSON; what is absent is left out.
  public static String write(Event event) {
    var json = Json.MAPPER.createObjectNode()
        .put("id", event.id())
        .put("type", event.type().word())
        .put("workspace", event.workspace().value())
        .put("stream", event.stream());
    event.conversation().ifPresent(id -> json.put("conversation", id.value()));
    event.contact().ifPresent(id -> json.put("contact", id.value()));
    event.channel().ifPresent(id -> json.put("channel", id.value()));
    event.team().ifPresent(id -> json.put("team", id.value()));
    json.put("episode", event.episode())
        .put("version", event.version())
        .put("occurredAt", event.occurredAt().toString());
    json.putObject("actor").put("type", event.actor().type().word()).put("id", event.actor().id());
    json.put("reason", event.reason())
        .put("cause", event.cause())
        .put("depth", event.depth())
        .put("from", event.from())
        .put("to", event.to());
    var data = json.putObject("data");
    event.data().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    return json.toString();
  }

  /// The event of that JSON; none when its type is of a later release.
  public static Optional<Event> read(String text) {
    var json = Json.read(text);
    return EventType.of(json.path("type").asText()).map(type -> read(type, json));
  }

  private static Event read(EventType type, JsonNode json) {
    var data = new HashMap<String, String>();
    json.path("data").properties().forEach(entry -> data.put(entry.getKey(), entry.getValue().asText()));
    return new Event(
        json.path("id").asText(),
        type,
        new WorkspaceId(json.path("workspace").asText()),
        json.path("stream").asText(),
        text(json, "conversation").map(ConversationId::new),
        text(json, "contact").map(ContactId::new),
        text(json, "channel").map(ChannelId::new),
        text(json, "team").map(TeamId::new),
        json.path("episode").asInt(),
        json.path("version").asLong(),
        Instant.parse(json.path("occurredAt").asText()),
        new Actor(Actor.Type.of(json.path("actor").path("type").asText()), json.path("actor").path("id").asText()),
        json.path("reason").asText(),
        json.path("cause").asText(),
        json.path("depth").asInt(),
        json.path("from").asText(),
        json.path("to").asText(),
        data);
  }

  private static Optional<String> text(JsonNode json, String name) {
    return Optional.of(json.path(name).asText()).filter(text -> !text.isEmpty());
  }
}
