package baton.http;

import baton.agent.Eligibility;
import baton.contact.Contact;
import baton.conversation.Answer;
import baton.conversation.Outcome;
import baton.inbox.Row;
import baton.conversation.Conversation;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/// How rows look in JSON: the same in lists, in the answers to moves and in conflicts.
public final class Rows {
  private Rows() {}

  /// A conversation's row.
  public static ObjectNode of(Conversation conversation) {
    return of(Row.of(conversation));
  }

  /// A row.
  public static ObjectNode of(Row row) {
    var json = Json.MAPPER.createObjectNode()
        .put("id", row.id().value())
        .put("status", row.status().word());
    put(json, "assignee", row.assignee());
    put(json, "responsible", row.responsible().or(row::lastAssignee));
    put(json, "team", row.team());
    json.put("contact", row.contact().value())
        .put("contactName", row.contactName())
        .put("channel", row.channel().value())
        .put("channelKind", row.channelKind().word())
        .put("statusSince", row.statusSince().toString());
    put(json, "waitingSince", row.waitingSince().map(Instant::toString));
    return json.put("lastAt", row.lastAt().toString())
        .put("lastFrom", row.lastFrom().word())
        .put("preview", row.preview())
        .put("unread", row.unread())
        .put("episode", row.episode())
        .put("version", row.version())
        .put("seen", row.seen().toString());
  }

  /// A contact, as the answer to a move of it.
  public static ObjectNode of(Contact contact) {
    var json = Json.MAPPER.createObjectNode()
        .put("id", contact.id().value())
        .put("name", contact.name())
        .put("originalName", contact.originalName());
    put(json, "phone", Optional.of(contact.phone()).filter(phone -> !phone.isEmpty()));
    put(json, "pinnedTo", contact.pinnedTo());
    put(json, "pinnedAt", contact.pinnedAt());
    return json.put("blocked", contact.blocked()).put("version", contact.version());
  }

  /// The answer to what was done.
  public static Answer answer(Outcome done) {
    return switch (done) {
      case Outcome.Done(var conversation, var _, var warnings, var reply) -> {
        var json = of(conversation)
            .put("movedTo", conversation.status().word())
            .put("link", "/conversations/" + conversation.id());
        if (!warnings.isEmpty()) {
          var list = json.putArray("warnings");
          warnings.stream().map(Eligibility.Soft::word).forEach(list::add);
        }
        reply.ifPresent(key -> json.put("message", key.toString()));
        yield new Answer(reply.isPresent() ? 201 : 200, conversation.version(), json.toString());
      }
      case Outcome.ContactDone(var contact, var _) -> new Answer(200, contact.version(), of(contact).toString());
      case Outcome.Repeated(var answer) -> answer;
      case Outcome.Refused refused -> throw new IllegalArgumentException("a refusal is a problem: " + refused);
    };
  }

  private static void put(ObjectNode json, String name, Optional<?> value) {
    value.ifPresent(present -> json.put(name, present.toString()));
  }
}
