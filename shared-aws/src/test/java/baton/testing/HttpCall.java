package baton.testing;

import baton.wire.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A request that becomes the event of API Gateway's HTTP API (payload format 2.0):
/// `HttpCall.to("POST /conversations/{id}/claim").path("id", KIMS).as("ana").body("{}").through(handler)`.
/// Immutable: what is made of it leaves it as it is.
public record HttpCall(
    String route, Map<String, String> path, Map<String, String> query, Map<String, String> headers,
    Map<String, String> claims, byte[] body, boolean base64) {

  /// To the route of that key.
  public static HttpCall to(String route) {
    var headers = plus(Map.of("host", "api.acme.example"), "content-type", "application/json");
    return new HttpCall(route, Map.of(), Map.of(), headers, Map.of(), new byte[0], false);
  }

  /// With that in the place of the path's parameter.
  public HttpCall path(String name, Object value) {
    return new HttpCall(route, plus(path, name, value.toString()), query, headers, claims, body, base64);
  }

  /// With that query parameter.
  public HttpCall query(String name, String value) {
    return new HttpCall(route, path, plus(query, name, value), headers, claims, body, base64);
  }

  /// By that agent of Acme, as the authorizer says it.
  public HttpCall as(String agent) {
    return as("acme", agent);
  }

  /// By that agent of that workspace.
  public HttpCall as(String workspace, String agent) {
    var caller = plus(plus(claims, "workspace", workspace), "agent", agent);
    return new HttpCall(route, path, query, headers, caller, body, base64);
  }

  /// With that header.
  public HttpCall header(String name, String value) {
    return new HttpCall(route, path, query, plus(headers, name, value), claims, body, base64);
  }

  /// With all of these headers.
  public HttpCall with(Map<String, String> more) {
    var all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new HttpCall(route, path, query, all, claims, body, base64);
  }

  /// Without that header.
  public HttpCall without(String header) {
    return without(Set.of(header));
  }

  /// Without any of these headers.
  public HttpCall without(Set<String> names) {
    var fewer = new LinkedHashMap<>(headers);
    fewer.keySet().removeAll(names);
    return new HttpCall(route, path, query, fewer, claims, body, base64);
  }

  /// With that body, as text.
  public HttpCall body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8), false);
  }

  /// With these bytes, in base64 or as text.
  public HttpCall body(byte[] bytes, boolean inBase64) {
    return new HttpCall(route, path, query, headers, claims, bytes.clone(), inBase64);
  }

  private static Map<String, String> plus(Map<String, String> values, String name, String value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return more;
  }

  /// The answer of that handler.
  public HttpReply through(RequestStreamHandler handler) {
    return HttpReply.of(Invocation.of(handler, event()));
  }

  /// The event.
  public JsonNode event() {
    String method = route.substring(0, route.indexOf(' '));
    String rawPath = route.substring(route.indexOf(' ') + 1);
    for (var parameter : path.entrySet()) {
      rawPath = rawPath.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    var event = Json.MAPPER.createObjectNode()
        .put("version", "2.0")
        .put("routeKey", route)
        .put("rawPath", rawPath)
        .put("rawQueryString", "");
    put(event, "headers", headers);
    put(event, "pathParameters", path);
    put(event, "queryStringParameters", query);
    context(event.putObject("requestContext"), method, rawPath);
    if (body.length > 0) {
      event.put("body", base64 ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8));
    }
    return event.put("isBase64Encoded", base64);
  }

  private void context(ObjectNode context, String method, String rawPath) {
    context.put("accountId", "123456789012").put("apiId", "a1b2c3d4e5").put("domainName", "api.acme.example")
        .put("requestId", "JKJaXmPLvHcESHA=").put("routeKey", route).put("stage", "$default")
        .put("time", "02/Mar/2026:09:00:00 +0000").put("timeEpoch", World.MONDAY.toEpochMilli());
    context.putObject("http").put("method", method).put("path", rawPath).put("protocol", "HTTP/1.1")
        .put("sourceIp", "192.0.2.1").put("userAgent", "tests");
    if (!claims.isEmpty()) {
      put(context.putObject("authorizer"), "lambda", claims);
    }
  }

  private static void put(ObjectNode node, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      var object = node.putObject(name);
      values.forEach(object::put);
    }
  }
}
