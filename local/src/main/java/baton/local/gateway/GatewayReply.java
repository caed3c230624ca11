package baton.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the gateway sends back: its own short sentence, or what a function answered in payload format 2.0.
record GatewayReply(int status, Map<String, String> headers, List<String> cookies, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "upgrade");

  static final GatewayReply UNAUTHORIZED = message(401, "Unauthorized");
  static final GatewayReply FORBIDDEN = message(403, "Forbidden");
  static final GatewayReply NOT_FOUND = message(404, "Not Found");
  static final GatewayReply TOO_LARGE = message(413, "Request Entity Too Large");
  static final GatewayReply INTERNAL_SERVER_ERROR = message(500, "Internal Server Error");
  static final GatewayReply SERVICE_UNAVAILABLE = message(503, "Service Unavailable");

  static GatewayReply message(int status, String message) {
    return new GatewayReply(status, Map.of("content-type", "application/json"), List.of(),
        ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a function's answer: with `statusCode` it says all itself, any other JSON is the body of a 200.
  static GatewayReply of(byte[] answer) {
    try {
      var json = JSON.readTree(answer);
      return json.isObject() && json.has("statusCode") ? complete(json) : bare(json, answer);
    } catch (IOException | IllegalArgumentException _) {
      return INTERNAL_SERVER_ERROR;
    }
  }

  private static GatewayReply complete(JsonNode json) {
    if (!json.get("statusCode").canConvertToInt() || json.path("body").isContainerNode()) {
      return INTERNAL_SERVER_ERROR;
    }
    var headers = new LinkedHashMap<String, String>();
    headers.put("content-type", "text/plain; charset=utf-8");
    json.path("headers").properties().forEach(header -> {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      if (!NOT_PASSED_ON.contains(name)) {
        headers.put(name, header.getValue().asText());
      }
    });
    var body = json.path("body").asText("");
    return new GatewayReply(json.get("statusCode").asInt(), headers,
        json.path("cookies").valueStream().map(JsonNode::asText).toList(),
        json.path("isBase64Encoded").asBoolean() ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8));
  }

  private static GatewayReply bare(JsonNode json, byte[] answer) {
    var body = json.isTextual() ? json.asText().getBytes(StandardCharsets.UTF_8) : answer;
    return new GatewayReply(200, Map.of("content-type", "application/json"), List.of(), body);
  }
}
