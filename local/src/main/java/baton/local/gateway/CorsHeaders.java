package baton.local.gateway;

import baton.local.template.ApiSpec.Cors;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the gateway tells a browser about other origins. It answers a preflight itself.
record CorsHeaders(Optional<Cors> cors) {

  Optional<GatewayReply> preflight(GatewayRequest request) {
    var asksFirst = request.method().equals("OPTIONS")
        && request.headers().containsKey("access-control-request-method");
    return cors.filter(_ -> asksFirst).map(allowed -> {
      var headers = new LinkedHashMap<>(onReply(request));
      if (!headers.isEmpty()) {
        put(headers, "access-control-allow-methods", allowed.methods());
        put(headers, "access-control-allow-headers", allowed.headers());
        allowed.maxAge().map(Duration::toSeconds)
            .ifPresent(age -> headers.put("access-control-max-age", age.toString()));
      }
      return new GatewayReply(204, headers, List.of(), new byte[0]);
    });
  }

  Map<String, String> onReply(GatewayRequest request) {
    var origin = request.headers().get("origin");
    var headers = new LinkedHashMap<String, String>();
    if (origin == null || cors.isEmpty()) {
      return headers;
    }
    var allowed = cors.get();
    if (allowed.origins().contains("*") || allowed.origins().contains(origin)) {
      headers.put("access-control-allow-origin", allowed.origins().contains("*") ? "*" : origin);
      put(headers, "access-control-expose-headers", allowed.exposed());
      if (allowed.credentials()) {
        headers.put("access-control-allow-credentials", "true");
      }
    }
    return headers;
  }

  private static void put(Map<String, String> headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.put(name, String.join(",", values));
    }
  }
}
