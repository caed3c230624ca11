package baton.ingestmessage;

import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// A WhatsApp body that reads as data:
/// `new WhatsAppBody().kimWrites("wamid.1", at, "hello").receipt("wamid.9", "read", at)`.
final class WhatsAppBody {
  private final ObjectNode body = Json.MAPPER.createObjectNode().put("object", "whatsapp_business_account");
  private final ObjectNode value = Json.MAPPER.createObjectNode().put("messaging_product", "whatsapp");

  WhatsAppBody() {
    account("100000000000001");
    person("kim-1", "4915112345678", "Kim");
  }

  WhatsAppBody account(String phoneNumberId) {
    value.putObject("metadata").put("display_phone_number", "15550100000").put("phone_number_id", phoneNumberId);
    return this;
  }

  /// Who wrote, besides Kim.
  WhatsAppBody person(String user, String number, String name) {
    var contact = value.withArray("contacts").addObject().put("user_id", user).put("wa_id", number);
    contact.putObject("profile").put("name", name);
    return this;
  }

  /// Kim calls herself so by now.
  WhatsAppBody called(String name) {
    value.remove("contacts");
    return person("kim-1", "4915112345678", name);
  }

  WhatsAppBody kimWrites(String id, Instant at, String text) {
    return writes("kim-1", id, Long.toString(at.getEpochSecond()), text);
  }

  WhatsAppBody writes(String user, String id, String seconds, String text) {
    var message = value.withArray("messages").addObject()
        .put("from_user_id", user).put("id", id).put("timestamp", seconds).put("type", "text");
    message.putObject("text").put("body", text);
    return this;
  }

  /// A message that says nothing of its time.
  WhatsAppBody kimWritesSometime(String id, String text) {
    kimWrites(id, Instant.EPOCH, text);
    ((ObjectNode) value.withArray("messages").get(value.withArray("messages").size() - 1)).remove("timestamp");
    return this;
  }

  WhatsAppBody broken() {
    value.withArray("messages").addObject().put("type", "text");
    return this;
  }

  /// WhatsApp's own words come without people.
  WhatsAppBody without(String part) {
    value.remove(part);
    return this;
  }

  /// A message as it stands there.
  WhatsAppBody with(String message) {
    value.withArray("messages").add(Json.read(message));
    return this;
  }

  /// Kim's reaction, without a time.
  WhatsAppBody kimReactsSometime(String id, String to) {
    value.withArray("messages").addObject().put("from_user_id", "kim-1").put("id", id).put("type", "reaction")
        .putObject("reaction").put("message_id", to).put("emoji", "👍");
    return this;
  }

  WhatsAppBody receipt(String id, String status, Instant at) {
    value.withArray("statuses").addObject()
        .put("id", id).put("status", status).put("timestamp", Long.toString(at.getEpochSecond()));
    return this;
  }

  /// This and what another account's body says, in one.
  String and(WhatsAppBody other) {
    return whole(this, other).toString();
  }

  @Override
  public String toString() {
    return whole(this).toString();
  }

  private static ObjectNode whole(WhatsAppBody... bodies) {
    var whole = bodies[0].body.deepCopy();
    var entries = whole.putArray("entry");
    for (var one : bodies) {
      entries.addObject().put("id", "200000000000001").putArray("changes").addObject()
          .put("field", "messages").set("value", one.value.deepCopy());
    }
    return whole;
  }
}
