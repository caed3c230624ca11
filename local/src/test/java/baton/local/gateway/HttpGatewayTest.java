package baton.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.MovableClock;
import baton.local.function.HostUnavailable;
import baton.local.function.Invocation;
import baton.local.template.ApiSpec;
import baton.local.template.ApiSpec.Authorizer;
import baton.local.template.ApiSpec.Cors;
import baton.local.template.EventSource.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpGatewayTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALLOWED = "{\"isAuthorized\":true,\"context\":{\"workspace\":\"w\",\"agent\":\"ana\"}}";

  private final MovableClock clock = new MovableClock();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final List<JsonNode> authorizerEvents = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpGateway gateway;
  private volatile String answer = "{\"statusCode\":200}";
  private volatile String authorizerAnswer = ALLOWED;
  private volatile Optional<String> error = Optional.empty();
  private volatile boolean down;

  @BeforeEach
  void start() {
    var api = new ApiSpec("Api", "$default",
        Map.of("Agents", new Authorizer("Agents", "Authorize", List.of("Authorization"), Duration.ofSeconds(60))),
        Optional.of("Agents"),
        Optional.of(new Cors(List.of("https://console.example"), List.of("authorization"), List.of("GET", "POST"),
        List.of("etag"),
            Optional.of(Duration.ofHours(1)), false)));
    var routes = List.of(open("POST", "/webhooks/{channelId}"), guarded("GET", "/things/{id}"),
        open("GET", "/open/{id}"),
        open("GET", "/open/mine"), open("GET", "/open/{id}/parts/{part}"), open("ANY", "/all/{rest+}"));
    gateway = HttpGateway.start(api, routes, this::invoke, clock, 0);
  }

  @AfterEach
  void stop() {
    http.close();
    gateway.close();
  }

  @Test
  void an_event_has_the_shape_of_payload_format_2() throws Exception {
    send(request("/webhooks/wa%20%2F1?a=1&b=x%20y&a=2&empty=").header("X-Hub-Signature-256", "sha256=1")
        .header("Accept", "a/b")
        .header("Accept", "c/d").header("Cookie", "one=1; two=2")
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(BodyPublishers.ofString("{\"ä\":1}")));

    var event = events.getFirst();
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("POST /webhooks/{channelId}");
    assertThat(event.path("rawPath").asText()).isEqualTo("/webhooks/wa%20%2F1");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&b=x%20y&a=2&empty=");
    assertThat(event.path("queryStringParameters")).hasToString("{\"a\":\"1,2\",\"b\":\"x y\",\"empty\":\"\"}");
    assertThat(event.path("pathParameters")).hasToString("{\"channelId\":\"wa /1\"}");
    assertThat(event.path("cookies")).hasToString("[\"one=1\",\"two=2\"]");
    assertThat(event.path("headers").path("x-hub-signature-256").asText()).isEqualTo("sha256=1");
    assertThat(event.path("headers").path("accept").asText()).isEqualTo("a/b,c/d");
    assertThat(event.path("headers").has("cookie")).isFalse();
    assertThat(event.path("body").asText()).isEqualTo("{\"ä\":1}");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    var context = event.path("requestContext");
    assertThat(context.path("http").path("method").asText()).isEqualTo("POST");
    assertThat(context.path("http").path("path").asText()).isEqualTo("/webhooks/wa%20%2F1");
    assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("time").asText()).isEqualTo("02/Mar/2026:09:00:00 +0000");
    assertThat(context.path("timeEpoch").asLong()).isEqualTo(clock.instant().toEpochMilli());
    assertThat(context.has("authorizer")).isFalse();
  }

  @Test
  void every_request_has_an_id_of_its_own() {
    send(request("/open/1"));
    send(request("/open/1"));

    assertThat(events).extracting(event -> event.path("requestContext").path("requestId").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void only_known_text_arrives_as_text() {
    for (var type : List.of("text/csv", "application/json", "application/xml", "application/javascript")) {
      send(request("/webhooks/1").header("Content-Type", type).POST(BodyPublishers.ofString("x")));
    }
    for (var type : List.of("application/x-www-form-urlencoded", "application/ld+json", "image/png")) {
      send(request("/webhooks/1").header("Content-Type", type).POST(BodyPublishers.ofString("x")));
    }
    send(request("/webhooks/1").POST(BodyPublishers.ofString("x")));
    send(request("/webhooks/1").POST(BodyPublishers.noBody()));

    assertThat(events).extracting(event ->
        event.path("isBase64Encoded").asBoolean() + " " + event.path("body").asText())
        .containsExactly("false x", "false x", "false x", "false x", "true eA==", "true eA==", "true eA==",
        "true eA==", "false ");
    assertThat(events.getLast().has("body")).isFalse();
  }

  @Test
  void the_most_specific_route_wins() {
    for (var path : List.of("/open/mine", "/open/7", "/open/7/parts/8", "/all/of/it")) {
      send(request(path));
    }

    assertThat(events).extracting(event -> event.path("routeKey").asText())
        .containsExactly("GET /open/mine", "GET /open/{id}", "GET /open/{id}/parts/{part}", "ANY /all/{rest+}");
    assertThat(events.getLast().path("pathParameters").path("rest").asText()).isEqualTo("of/it");
  }

  @Test
  void what_has_no_route_is_not_found() {
    for (var path : List.of("/nowhere", "/open", "/open/", "/open/1/", "/all")) {
      var reply = send(request(path));
      assertThat(reply.statusCode()).as(path).isEqualTo(404);
      assertThat(reply.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }
    assertThat(send(request("/open/1").DELETE()).statusCode()).isEqualTo(404);
    assertThat(events).isEmpty();
  }

  @Test
  void the_authorizer_says_who_asks() {
    var reply = send(request("/things/7").header("authorization", "Bearer t"));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(events.getFirst().path("requestContext").path("authorizer"))
        .hasToString("{\"lambda\":{\"workspace\":\"w\",\"agent\":\"ana\"}}");
    var asked = authorizerEvents.getFirst();
    assertThat(asked.path("type").asText()).isEqualTo("REQUEST");
    assertThat(asked.path("version").asText()).isEqualTo("2.0");
    assertThat(asked.path("identitySource")).hasToString("[\"Bearer t\"]");
    assertThat(asked.path("routeKey").asText()).isEqualTo("GET /things/{id}");
    assertThat(asked.path("headers").path("authorization").asText()).isEqualTo("Bearer t");
    assertThat(asked.has("body")).isFalse();
  }

  @Test
  void without_the_header_it_is_not_even_asked() {
    var reply = send(request("/things/7"));

    assertThat(reply.statusCode()).isEqualTo(401);
    assertThat(reply.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(authorizerEvents).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void its_no_is_forbidden_and_anything_but_a_boolean_is_an_error() {
    authorizerAnswer = "{\"isAuthorized\":false}";
    assertThat(things("a").statusCode()).isEqualTo(403);
    assertThat(things("a").body()).isEqualTo("{\"message\":\"Forbidden\"}");
    authorizerAnswer = "{\"isAuthorized\":\"true\"}";
    assertThat(things("b").statusCode()).isEqualTo(500);
    authorizerAnswer = "{}";
    assertThat(things("c").statusCode()).isEqualTo(500);
    authorizerAnswer = ALLOWED;
    error = Optional.of("Authorize");
    assertThat(things("d").statusCode()).isEqualTo(500);
    assertThat(events).isEmpty();
  }

  @Test
  void its_answer_holds_for_the_header_and_the_time_the_template_says() {
    things("a");
    authorizerAnswer = "{\"isAuthorized\":false}";

    clock.advance(Duration.ofSeconds(59));
    assertThat(things("a").statusCode()).isEqualTo(200);
    assertThat(things("b").statusCode()).isEqualTo(403);
    clock.advance(Duration.ofSeconds(1));
    assertThat(things("a").statusCode()).isEqualTo(403);
    assertThat(authorizerEvents).hasSize(3);
  }

  @Test
  void an_answer_may_say_status_headers_cookies_and_bytes() {
    answer = "{\"statusCode\":201,\"headers\":{\"ETag\":\"\\\"7\\\"\",\"Content-Type\":\"image/png\"},"
        + "\"cookies\":[\"a=1\",\"b=2\"],\"body\":\"AAEC\",\"isBase64Encoded\":true}";
    var reply = sendForBytes(request("/open/1"));

    assertThat(reply.statusCode()).isEqualTo(201);
    assertThat(reply.headers().firstValue("etag")).contains("\"7\"");
    assertThat(reply.headers().firstValue("content-type")).contains("image/png");
    assertThat(reply.headers().allValues("set-cookie")).containsExactlyInAnyOrder("a=1", "b=2");
    assertThat(reply.body()).containsExactly(0, 1, 2);
  }

  @Test
  void an_answer_without_a_status_is_the_body_of_a_200() {
    answer = "{\"hello\":\"you\"}";
    var reply = send(request("/open/1"));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValue("content-type")).contains("application/json");
    assertThat(reply.body()).isEqualTo("{\"hello\":\"you\"}");
  }

  @Test
  void a_failed_function_is_an_internal_server_error_that_tells_nothing() {
    error = Optional.of("Thing");
    assertThat(send(request("/open/1")).body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    error = Optional.empty();
    answer = "{\"statusCode\":\"many\"}";
    assertThat(send(request("/open/1")).statusCode()).isEqualTo(500);
    down = true;
    assertThat(send(request("/open/1")).statusCode()).isEqualTo(503);
  }

  @Test
  void more_than_ten_megabytes_are_refused() {
    var reply = send(request("/webhooks/1").POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1])));

    assertThat(reply.statusCode()).isEqualTo(413);
    assertThat(events).isEmpty();
  }

  @Test
  void a_preflight_is_answered_here_and_only_for_a_known_origin() {
    var known = send(preflight("https://console.example"));
    var unknown = send(preflight("https://evil.example"));

    assertThat(known.statusCode()).isEqualTo(204);
    assertThat(known.headers().firstValue("access-control-allow-origin")).contains("https://console.example");
    assertThat(known.headers().firstValue("access-control-allow-methods")).contains("GET,POST");
    assertThat(known.headers().firstValue("access-control-max-age")).contains("3600");
    assertThat(unknown.headers().firstValue("access-control-allow-origin")).isEmpty();
    assertThat(send(request("/open/1").header("Origin", "https://console.example")).headers()
        .firstValue("access-control-expose-headers"))
        .contains("etag");
    assertThat(authorizerEvents).isEmpty();
  }

  private Invocation invoke(String function, byte[] payload) {
    if (down) {
      throw new HostUnavailable("down");
    }
    try {
      (function.equals("Authorize") ? authorizerEvents : events).add(JSON.readTree(payload));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var said = function.equals("Authorize") ? authorizerAnswer : answer;
    return new Invocation("r", said.getBytes(UTF_8), error.filter(function::equals));
  }

  private static Route open(String method, String path) {
    return new Route("Thing", method, path, Optional.of("NONE"), Duration.ofSeconds(30));
  }

  private static Route guarded(String method, String path) {
    return new Route("Thing", method, path, Optional.empty(), Duration.ofSeconds(30));
  }

  private HttpRequest.Builder preflight(String origin) {
    return request("/things/1").header("Origin", origin).header("Access-Control-Request-Method", "GET")
        .method("OPTIONS", BodyPublishers.noBody());
  }

  private HttpResponse<String> things(String token) {
    return send(request("/things/7").header("Authorization", token));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.uri().resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return exchange(request, BodyHandlers.ofString());
  }

  private HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
    return exchange(request, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
