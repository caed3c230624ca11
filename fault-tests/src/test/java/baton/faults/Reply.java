package baton.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What came back from a function behind the gateway: an answer, or nothing because its process ended.
record Reply(int status, JsonNode headers, JsonNode body) {
  /// The gateway answers 502 of its own accord when the function dies.
  static final Reply CRASHED = new Reply(502, Wire.object(), Wire.object());

  static Reply of(String event) {
    var json = Wire.json(event);
    String body = json.path("body").asText("");
    boolean isJson = json.path("headers").path("content-type").asText("").contains("json");
    return new Reply(json.path("statusCode").asInt(), json.path("headers"), isJson ? Wire.json(body) : Wire.object());
  }

  boolean isDone() {
    return status / 100 == 2;
  }

  /// Whether the caller is told to come again: by us with a time, or by the gateway.
  boolean asksToRepeat() {
    return this == CRASHED || (status == 503 && header("retry-after").isPresent());
  }

  Optional<String> header(String name) {
    return headers.properties().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().asText())
        .findFirst();
  }

  String text(String field) {
    return body.path(field).asText();
  }

  /// The end of the problem's type: `already-assigned`.
  String problem() {
    String type = text("type");
    return type.substring(type.lastIndexOf('/') + 1);
  }
}
