package baton.testing;

import baton.wire.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request that becomes the event of API Gateway's HTTP API (payload format 2.0):
/// `HttpCall.to("POST /conversations/{id}/claim").path("id", KIMS).as("ana").body("{}").through(handler)`.
public final class HttpCall {
  private final String route;
  private final Map<String, String> path = new LinkedHashMap<>();
  private final Map<String, String> query = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>(Map.of("host", "api.acme.example"));
  private final Map<String, String> claims = new LinkedHashMap<>();
  private byte[] body = {};
  private boolean base64;

  private HttpCall(String route) {
    this.route = route;
  }

  /// To the route of that key.
  public static HttpCall to(String route) {
    return new HttpCall(route).header("content-type", "application/json");
  }

  /// With that in the place of the path's parameter.
  public HttpCall path(String name, Object value) {
    path.put(name, value.toString());
    return this;
  }

  /// With that query parameter.
  public HttpCall query(String name, String value) {
    query.put(name, value);
    return this;
  }

  /// By that agent of Acme, as the authorizer says it.
  public HttpCall as(String agent) {
    return as("acme", agent);
  }

  /// By that agent of that workspace.
  public HttpCall as(String workspace, String agent) {
    claims.put("workspace", workspace);
    claims.put("agent", agent);
    return this;
  }

  /// With that header.
  public HttpCall header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /// Without that header.
  public HttpCall without(String header) {
    headers.remove(header);
    return this;
  }

  /// With that body, as text.
  public HttpCall body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8), false);
  }

  /// With these bytes, in base64 or as text.
  public HttpCall body(byte[] bytes, boolean inBase64) {
    body = bytes.clone();
    base64 = inBase64;
    return this;
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
