package baton.testing;

import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a handler answered to an [HttpCall].
public record HttpReply(int status, Map<String, String> headers, String body) {

  static HttpReply of(JsonNode event) {
    var headers = new LinkedHashMap<String, String>();
    event.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return new HttpReply(event.path("statusCode").asInt(), Map.copyOf(headers), event.path("body").asText());
  }

  /// The body's JSON.
  public JsonNode json() {
    return Json.read(body);
  }

  /// The text at that name of the body.
  public String text(String name) {
    return json().path(name).asText();
  }

  /// The end of a problem's type: `already-assigned`; empty when it is none.
  public String problem() {
    return headers.getOrDefault("content-type", "").equals("application/problem+json")
        ? text("type").replace("/problems/", "")
        : "";
  }

  /// What the first of a problem's errors points at.
  public String pointer() {
    return json().path("errors").path(0).path("pointer").asText("none");
  }

  /// The status and what stands in the way: `409 already-assigned`.
  public String said() {
    return problem().isEmpty() ? Integer.toString(status) : status + " " + problem();
  }
}
