package baton.http;

import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// One answer.
public record Response(int status, Map<String, String> headers, String body) {

  /// JSON.
  public static Response json(int status, Object body) {
    return new Response(
        status,
        Map.of("content-type", "application/json", "cache-control", "no-store", "x-content-type-options", "nosniff"),
        body instanceof String text ? text : Json.write(body));
  }

  /// Plain text, never interpreted as anything else.
  public static Response text(int status, String body) {
    return new Response(
        status, Map.of("content-type", "text/plain; charset=utf-8", "x-content-type-options", "nosniff"), body);
  }

  /// Nothing.
  public static Response empty(int status) {
    return new Response(status, Map.of(), "");
  }

  /// A problem of RFC 9457.
  static Response problem(int status, ObjectNode body) {
    return new Response(
        status, Map.of("content-type", "application/problem+json", "cache-control", "no-store"), body.toString());
  }

  /// The same with one more header.
  public Response with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Response(status, all, body);
  }

  /// The same with the row's version, for `If-Match`.
  public Response tagged(long version) {
    return with("etag", "\"" + version + "\"");
  }

  ObjectNode event() {
    var event = Json.MAPPER.createObjectNode().put("statusCode", status);
    var all = event.putObject("headers");
    headers.forEach(all::put);
    return event.put("body", body).put("isBase64Encoded", false);
  }
}
