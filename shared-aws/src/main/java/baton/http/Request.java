package baton.http;

import baton.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One request as API Gateway's HTTP API hands it over (payload format 2.0).
///
/// @param route the key of the route that matched: `POST /conversations/{id}/claim`
/// @param url the public address that was called, with its query undecoded
/// @param headers with names in lower case; those that differ in case only are one, their values joined by a comma
/// @param body the bytes that were sent
/// @param claims what the authorizer said of the caller; empty where it was not asked
public record Request(
    String id,
    String route,
    String method,
    String rawPath,
    String url,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    Map<String, String> claims) {
  private static final int LARGEST_BODY = 64 * 1024;
  private static final Pattern UTF8 = Pattern.compile("charset=\"?utf-8\"?");

  /// The request of an event.
  public static Request of(JsonNode event) {
    var context = event.path("requestContext");
    var headers = new HashMap<String, String>();
    event.path("headers").properties()
        .forEach(header -> headers.merge(
            header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText(), (one, other) -> one + "," + other));
    String text = event.path("body").isTextual() ? event.path("body").asText() : "";
    byte[] body = event.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
    return new Request(
        context.path("requestId").asText(), event.path("routeKey").asText(),
        context.path("http").path("method").asText(), event.path("rawPath").asText(),
        url(event), strings(event.path("pathParameters")), strings(event.path("queryStringParameters")),
        Map.copyOf(headers), body, strings(context.path("authorizer").path("lambda")));
  }

  private static String url(JsonNode event) {
    String query = event.path("rawQueryString").asText();
    return "https://" + event.path("requestContext").path("domainName").asText() + event.path("rawPath").asText()
        + (query.isEmpty() ? "" : "?" + query);
  }

  private static Map<String, String> strings(JsonNode node) {
    return node.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
  }

  /// A header, whatever the case of its name.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /// A query parameter that is not empty.
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /// The JSON body as that record.
  ///
  /// @throws Malformed with a pointer to what is wrong
  public <T> T body(Class<T> type) {
    if (body.length > LARGEST_BODY) {
      throw Malformed.tooLarge(LARGEST_BODY);
    }
    String contentType = header("content-type").orElse("");
    if (contentType.isEmpty() ? body.length > 0 : !isJson(contentType)) {
      throw Malformed.notJsonType(contentType);
    }
    try {
      T value = Json.BODIES.readValue(body.length == 0 ? "{}" : utf8(), type);
      if (value == null) {
        throw Malformed.at("", "an object is expected, not null");
      }
      return value;
    } catch (JsonMappingException e) {
      throw Malformed.at(pointer(e), reason(e));
    } catch (JsonProcessingException e) {
      throw Malformed.at("", unreadable(e));
    }
  }

  // The parser would guess other encodings from the first bytes, and fail on some in ways of its own.
  private String utf8() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException _) {
      throw Malformed.at("", "this is not UTF-8");
    }
  }

  private static boolean isJson(String contentType) {
    var parts = Stream.of(contentType.toLowerCase(Locale.ROOT).split(";", -1)).map(String::strip).toList();
    return parts.getFirst().equals("application/json")
        && parts.stream().filter(part -> part.startsWith("charset")).allMatch(part -> UTF8.matcher(part).matches());
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> "/" + (step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName()))
        .collect(Collectors.joining());
  }

  // Jackson's own words name our classes; only what a record's constructor says is meant for clients.
  private static String reason(JsonMappingException e) {
    if (e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null) {
      return cause.getMessage();
    }
    if (e.getCause() instanceof StreamReadException cause) {
      return unreadable(cause);
    }
    return switch (e) {
      case UnrecognizedPropertyException _ -> "there is no such field";
      case InvalidFormatException _ -> "this value is not allowed";
      default -> "this is not of the expected type";
    };
  }

  // The parser has no type of its own for this.
  private static String unreadable(JsonProcessingException e) {
    return e.getOriginalMessage().startsWith("Duplicate field") ? "a field is there twice" : "this is not JSON";
  }
}
