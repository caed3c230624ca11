package baton.browseinbox;

import baton.event.Event;
import baton.id.AgentId;
import baton.id.Ids;
import baton.inbox.Entry;
import baton.message.Content.Attachment;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How what was said and done looks in JSON.
final class Entries {
  private Entries() {}

  /// An entry of a timeline.
  static ObjectNode of(Entry entry, Named named) {
    return switch (entry) {
      case Entry.Message message -> {
        message.author().filter(_ -> message.ours()).filter(Ids::wellFormed)
            .ifPresent(author -> named.agent(new AgentId(author)));
        yield message(message);
      }
      case Entry.Remark remark -> remark(remark);
      case Entry.Move(var event) -> {
        named.event(event);
        yield with("event", of(event));
      }
    };
  }

  private static ObjectNode message(Entry.Message message) {
    var json = said("message", message.key().toString(), message.ours(), message.kind(), message.text());
    attachments(json, message.attachments());
    put(json, "author", message.author());
    times(json, message.at(), message.receivedAt());
    message.delivery().ifPresent(delivery -> {
      var node = json.putObject("delivery").put("status", delivery.status().word());
      put(node, "error", Optional.of(delivery.error()).filter(error -> !error.isEmpty()));
      if (delivery.retryable()) {
        node.put("retryable", true);
      }
    });
    put(json, "providerId", message.providerId());
    put(json, "quotes", message.quotes());
    return json;
  }

  private static ObjectNode remark(Entry.Remark remark) {
    var json = said("remark", remark.key().toString(), remark.ours(), remark.kind(), remark.text())
        .put("remark", remark.remark());
    attachments(json, remark.attachments());
    put(json, "target", remark.target());
    times(json, remark.at(), remark.receivedAt());
    put(json, "providerId", remark.providerId());
    return json;
  }

  /// An event, on a timeline or in the audit log.
  static ObjectNode of(Event event) {
    var json = Json.MAPPER.createObjectNode()
        .put("id", event.id())
        .put("type", event.type().word());
    put(json, "conversation", event.conversation());
    put(json, "contact", event.contact());
    if (event.conversation().isEmpty() && event.contact().isEmpty()) {
      // Of a conversation's event the conversation itself says where it stands.
      put(json, "team", event.team());
      put(json, "channel", event.channel());
    }
    json.put("version", event.version()).put("at", event.occurredAt().toString());
    json.putObject("actor").put("type", event.actor().type().word()).put("id", event.actor().id());
    put(json, "from", present(event.from()));
    put(json, "to", present(event.to()));
    put(json, "reason", present(event.reason()));
    if (!event.data().isEmpty()) {
      var data = json.putObject("data");
      event.data().entrySet().stream().sorted(Map.Entry.comparingByKey())
          .forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return json;
  }

  private static ObjectNode with(String sort, ObjectNode rest) {
    var json = Json.MAPPER.createObjectNode().put("entry", sort);
    json.setAll(rest);
    return json;
  }

  private static ObjectNode said(String sort, String id, boolean ours, String kind, String text) {
    return Json.MAPPER.createObjectNode()
        .put("entry", sort)
        .put("id", id)
        .put("direction", ours ? "out" : "in")
        .put("kind", kind)
        .put("text", text);
  }

  private static void attachments(ObjectNode json, List<Attachment> attachments) {
    var list = json.putArray("attachments");
    for (var attachment : attachments) {
      list.addObject()
          .put("type", attachment.type())
          .put("reference", attachment.reference())
          .put("name", attachment.name());
    }
  }

  private static void times(ObjectNode json, Instant at, Instant receivedAt) {
    json.put("at", at.toString()).put("receivedAt", receivedAt.toString());
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  private static void put(ObjectNode json, String name, Optional<?> value) {
    value.ifPresent(there -> json.put(name, there.toString()));
  }
}
