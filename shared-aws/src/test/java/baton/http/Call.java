package baton.http;

import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// A request to a function, as API Gateway would hand it over: `Call.to("PUT /agents/{id}", "ana").by("sam")`.
public record Call(
    String route, Map<String, String> path, Map<String, String> query, String workspace, String agent,
    Map<String, String> headers, String body) {

  /// To a route, its path parameters filled in their order.
  public static Call to(String route, String... parameters) {
    var path = new HashMap<String, String>();
    var names = Pattern.compile("\\{(\\w+)}").matcher(route);
    for (String value : parameters) {
      names.find();
      path.put(names.group(1), value);
    }
    return new Call(route, path, Map.of(), "acme", "nobody", Map.of("content-type", "application/json"), "");
  }

  /// Of that agent.
  public Call by(String who) {
    return new Call(route, path, query, workspace, who, headers, body);
  }

  /// Of another workspace.
  public Call in(String other) {
    return new Call(route, path, query, other, agent, headers, body);
  }

  /// With a body, quotes written as ' for the eye.
  public Call with(String json) {
    return new Call(route, path, query, workspace, agent, headers, json.replace('\'', '"'));
  }

  /// With that query parameter.
  public Call query(String name, String value) {
    var all = new HashMap<>(query);
    all.put(name, value);
    return new Call(route, path, all, workspace, agent, headers, body);
  }

  /// Under an idempotency key.
  public Call key(String key) {
    return header("idempotency-key", key);
  }

  /// Only if that is its version.
  public Call ifMatch(long version) {
    return header("if-match", "\"" + version + "\"");
  }

  private Call header(String name, String value) {
    var all = new HashMap<>(headers);
    all.put(name, value);
    return new Call(route, path, query, workspace, agent, all, body);
  }

  /// The answer of that function.
  public Reply send(HttpFunction function) {
    return send(function, event());
  }

  static Reply send(HttpFunction function, JsonNode event) {
    var output = new ByteArrayOutputStream();
    try {
      function.handleRequest(new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), output, null);
      return new Reply(Json.MAPPER.readTree(output.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode event() {
    String[] parts = route.split(" ", 2);
    String rawPath = parts[1];
    for (var parameter : path.entrySet()) {
      rawPath = rawPath.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return Json.MAPPER.valueToTree(Map.of(
        "version", "2.0", "routeKey", route, "rawPath", rawPath, "headers", headers, "pathParameters", path,
        "queryStringParameters", query, "requestContext", Map.of(
            "requestId", "request-1",
            "http", Map.of("method", parts[0]),
            "authorizer", Map.of("lambda", Map.of("workspace", workspace, "agent", agent))),
        "body", body, "isBase64Encoded", false));
  }

  /// An answer, as API Gateway gets it.
  public record Reply(JsonNode event) {
    /// Its status.
    public int status() {
      return event.path("statusCode").asInt();
    }

    /// Its body; missing where it is empty.
    public JsonNode json() {
      String text = text();
      return text.isEmpty() ? Json.MAPPER.missingNode() : Json.read(text);
    }

    /// Its body as it is.
    public String text() {
      return event.path("body").asText();
    }

    /// One of its headers, or empty text.
    public String header(String name) {
      return event.path("headers").path(name).asText();
    }

    /// The status, and what sort of problem it is.
    @Override
    public String toString() {
      return status() + json().path("type").asText().replace("/problems/", " ");
    }
  }
}
