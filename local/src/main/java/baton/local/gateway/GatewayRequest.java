package baton.local.gateway;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A request, on its way to become an event of payload format 2.0.
record GatewayRequest(String id, Instant at, String method, String rawPath, String rawQuery, String protocol,
    String sourceIp,
    Map<String, String> headers, List<String> cookies, byte[] body) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final Set<String> TEXT = Set.of("application/json", "application/xml", "application/javascript");

  static GatewayRequest of(HttpExchange exchange, byte[] body, String id, Instant at) {
    var headers = new TreeMap<String, String>();
    var cookies = new ArrayList<String>();
    exchange.getRequestHeaders().forEach((name, values) -> {
      var lower = name.toLowerCase(Locale.ROOT);
      if (lower.equals("cookie")) {
        values.forEach(value -> cookies.addAll(List.of(value.split(";\\s*"))));
      } else {
        headers.put(lower, String.join(",", values));
      }
    });
    var remote = exchange.getRemoteAddress().getAddress().getHostAddress();
    headers.put("x-forwarded-for",
        headers.containsKey("x-forwarded-for") ? headers.get("x-forwarded-for") + ", " + remote : remote);
    headers.put("x-forwarded-proto", "http");
    headers.put("x-forwarded-port", String.valueOf(exchange.getLocalAddress().getPort()));
    headers.put("x-amzn-trace-id",
        "Root=1-%08x-%s".formatted(at.getEpochSecond(), id.replace("-", "").substring(0, 24)));
    var uri = exchange.getRequestURI();
    return new GatewayRequest(id, at, exchange.getRequestMethod(), uri.getRawPath(),
        Optional.ofNullable(uri.getRawQuery()).orElse(""),
        exchange.getProtocol(), remote, headers, cookies, body);
  }

  /// The event of the function behind a route.
  ObjectNode event(Routes.Match match, String stage, Optional<ObjectNode> authorized) {
    var event = common(match, stage);
    authorized.ifPresent(context -> ((ObjectNode) event.get("requestContext")).putObject("authorizer")
        .set("lambda", context));
    if (body.length > 0) {
      event.put("body", textual() ? new String(body, StandardCharsets.UTF_8)
          : Base64.getEncoder().encodeToString(body));
    }
    return event.put("isBase64Encoded", body.length > 0 && !textual());
  }

  /// The event of the authorizer.
  ObjectNode authorizerEvent(Routes.Match match, String stage, List<String> identity) {
    var event = common(match, stage).put("type", "REQUEST")
        .put("routeArn", "arn:aws:execute-api:us-east-1:000000000000:local/" + stage + "/" + method + rawPath);
    identity.forEach(event.putArray("identitySource")::add);
    return event;
  }

  private ObjectNode common(Routes.Match match, String stage) {
    var event = JsonNodeFactory.instance.objectNode().put("version", "2.0").put("routeKey", match.route().key())
        .put("rawPath", rawPath).put("rawQueryString", rawQuery);
    if (!cookies.isEmpty()) {
      cookies.forEach(event.putArray("cookies")::add);
    }
    var headersJson = event.putObject("headers");
    headers.forEach(headersJson::put);
    putUnlessEmpty(event, "queryStringParameters", query());
    putUnlessEmpty(event, "pathParameters", match.variables());
    event.set("requestContext", context(match, stage));
    return event;
  }

  private ObjectNode context(Routes.Match match, String stage) {
    var host = headers.getOrDefault("host", "127.0.0.1");
    var context = JsonNodeFactory.instance.objectNode().put("accountId", "000000000000").put("apiId", "local")
        .put("domainName", host).put("domainPrefix", host.split("[.:]")[0]);
    context.putObject("http").put("method", method).put("path", rawPath).put("protocol", protocol)
        .put("sourceIp", sourceIp)
        .put("userAgent", headers.getOrDefault("user-agent", ""));
    return context.put("requestId", id).put("routeKey", match.route().key()).put("stage", stage)
        .put("time", TIME.format(at)).put("timeEpoch", at.toEpochMilli());
  }

  /// AWS hands over as text what it knows to be text, and everything else in base64: forms, `+json`, no type at all.
  private boolean textual() {
    var type = headers.getOrDefault("content-type", "").split(";")[0].trim().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT.contains(type);
  }

  private Map<String, String> query() {
    return rawQuery.isEmpty() ? Map.of() : Arrays.stream(rawQuery.split("&")).filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(groupingBy(pair -> decode(pair[0]), LinkedHashMap::new,
            mapping(pair -> pair.length > 1 ? decode(pair[1]) : "", joining(","))));
  }

  private static void putUnlessEmpty(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      values.forEach(event.putObject(name)::put);
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
