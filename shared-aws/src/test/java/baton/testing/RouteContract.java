package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import baton.agent.Agent;
import baton.http.HttpFunction;
import baton.id.WorkspaceId;
import baton.wiring.Wiring;
import baton.workspace.Workspace;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every route that carries a command does, whatever the command: subclass it and name the routes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RouteContract {
  private World world;
  private RequestStreamHandler handler;

  /// One route and a request of it that is accepted.
  ///
  /// @param given what has happened before it
  /// @param key of the route
  /// @param id in its path
  /// @param agent who may do it
  /// @param body that it takes
  /// @param repeatable whether the same request is a success again, without a key
  public record Accepted(List<String> given, String key, Object id, String agent, String body, boolean repeatable) {
    HttpCall call() {
      return HttpCall.to(key).path("id", id).as(agent).body(body);
    }

    @Override
    public String toString() {
      return key;
    }
  }

  /// The function.
  protected abstract Function<Wiring, RequestStreamHandler> function();

  /// Its routes.
  protected abstract Stream<Accepted> routes();

  @BeforeEach
  void acme() {
    world = World.fresh();
    handler = function().apply(world.wiring());
  }

  @Test
  void every_route_of_the_function_is_held_to_this() {
    var keys = ((HttpFunction) handler).routeKeys();
    assertThat(routes().map(Accepted::key)).containsExactlyInAnyOrderElementsOf(keys);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void it_answers_with_the_new_row_and_its_version(Accepted route) {
    live(route);
    var reply = send(route.call());
    assertThat(reply.status()).isBetween(200, 201);
    assertThat(reply.text("id")).isEqualTo(route.id().toString());
    assertThat(reply.headers()).containsEntry("etag", "\"" + reply.text("version") + "\"")
        .containsEntry("cache-control", "no-store").containsEntry("x-content-type-options", "nosniff")
        .containsEntry("content-type", "application/json");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void without_an_authorizer_it_is_closed(Accepted route) {
    live(route);
    unchanged(() -> {
      var anonymous = HttpCall.to(route.key()).path("id", route.id()).body(route.body());
      assertThat(send(anonymous).said()).isEqualTo("401 unauthenticated");
      assertThat(send(anonymous.as("acme", "")).said()).isEqualTo("401 unauthenticated");
      assertThat(send(anonymous.as("", "sam")).said()).isEqualTo("401 unauthenticated");
      assertThat(send(anonymous.as("acme", "a#b")).said()).isEqualTo("401 unauthenticated");
      assertThat(send(anonymous.header("authorization", "Bearer x").header("x-agent", "sam")).said())
          .isEqualTo("401 unauthenticated");
    });
  }

  @ParameterizedTest
  @MethodSource("routes")
  void headers_that_claim_to_be_somebody_are_not_heard(Accepted route) {
    live(route);
    unchanged(() -> assertThat(send(route.call().as("obi")
        .header("X-Workspace-Id", "globex").header("X-Agent-Id", "sam").header("X-Remote-User", "sam")
        .header("X-Forwarded-User", "sam").header("X-HTTP-Method-Override", "GET")).status()).isBetween(403, 404));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void who_is_suspended_or_unknown_does_nothing(Accepted route) {
    live(route);
    unchanged(() -> {
      assertThat(send(route.call().as("dan")).said()).isEqualTo("403 unknown-actor");
      assertThat(send(route.call().as("nobody")).said()).isEqualTo("403 unknown-actor");
    });
  }

  @ParameterizedTest
  @MethodSource("routes")
  void what_is_out_of_reach_looks_as_if_it_did_not_exist(Accepted route) {
    live(route);
    unchanged(() -> {
      var hidden = send(route.call().as("cy"));
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden).isEqualTo(send(route.call().as("cy").path("id", "0123456789abcdef")));
    });
  }

  @ParameterizedTest
  @MethodSource("routes")
  void another_workspaces_super_admin_finds_nothing_here(Accepted route) {
    live(route);
    world.seed().put(new Workspace(
            new WorkspaceId("globex"), "Globex", ZoneOffset.UTC, Duration.ZERO, "ff".repeat(16)))
        .put(elsewhere(Fixtures.superAdmin("sam").agent()));
    unchanged(() -> assertThat(send(route.call().as("globex", "sam"))).isEqualTo(
        send(route.call().as("globex", "sam").path("id", "0123456789abcdef"))).returns(404, HttpReply::status));
  }

  private static Agent elsewhere(Agent agent) {
    return new Agent(
        agent.id(), new WorkspaceId("globex"), agent.name(), agent.email(), agent.account(), agent.roles(),
        agent.teams(), agent.availability(), agent.capacity(), 0);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void an_id_that_is_none_names_nothing(Accepted route) {
    live(route);
    unchanged(() -> {
      for (var id : List.of(
          "..", "%2e%2e", "%00", "%23", "a#~head", "CONV#1#EVT#2", route.id() + "#", route.id() + "|x",
          route.id() + ":1", "ｆ7e6295426fcfaf5", "x".repeat(300), " ")) {
        assertThat(send(route.call().path("id", id)).said()).as(id).isEqualTo("404 not-found");
      }
      assertThat(send(route.call().path("id", route.id().toString().toUpperCase(Locale.ROOT))).status())
          .isEqualTo(404);
    });
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_body_that_is_not_what_it_takes_is_answered_400_with_a_pointer(Accepted route) {
    live(route);
    unchanged(() -> {
      for (var body : List.of(
          "null", "[]", "\"x\"", "1", "true", "{", "{}{}", "{} x", "// no\n{}", "{'a':1}", "{\"a\":NaN}",
          "\ufeff{}", "[".repeat(33), "{\"a\":".repeat(1000), "[".repeat(60_000), "{\"x\":1e400}")) {
        assertThat(send(route.call().body(body)).said()).as(body).isEqualTo("400 malformed");
      }
      for (var bytes : List.of(
          new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', '}'}, "{}".getBytes(StandardCharsets.UTF_16),
          new byte[] {0, 0, 0, '{', 1, 2, 3, 4})) {
        assertThat(send(route.call().body(bytes, true)).said()).isEqualTo("400 malformed");
      }
      for (var field : List.of(
          "workspaceId", "role", "version", "activeCount", "createdAt", "__proto__", "requestContext")) {
        var reply = send(route.call().body("{\"" + field + "\": 1}"));
        assertThat(reply.said()).isEqualTo("400 malformed");
        assertThat(reply.pointer()).isEqualTo("/" + field);
      }
    });
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_body_of_more_than_64_kb_is_answered_413_and_another_type_415(Accepted route) {
    live(route);
    unchanged(() -> {
      String large = "{\"x\":\"" + "x".repeat(64 * 1024) + "\"}";
      assertThat(send(route.call().body(large)).said()).isEqualTo("413 too-large");
      for (var type : List.of("text/plain", "multipart/form-data; boundary=x", "application/json; charset=utf-16",
          "application/x-www-form-urlencoded")) {
        assertThat(send(route.call().header("content-type", type)).said()).isEqualTo("415 unsupported-media-type");
      }
      assertThat(send(route.call().without("content-type").body("{}")).said()).isEqualTo("415 unsupported-media-type");
    });
  }

  @ParameterizedTest
  @MethodSource("routes")
  void if_match_is_honoured_and_a_stale_one_gets_the_row(Accepted route) {
    live(route);
    unchanged(() -> {
      for (var tag : List.of("W/\"1\"", "1", "\"x\"", "\"1\", \"2\"", "\"-1\"", "\"" + "9".repeat(40) + "\"")) {
        assertThat(send(route.call().header("if-match", tag)).said()).as(tag).isEqualTo("400 malformed");
      }
      var stale = send(route.call().header("If-Match", "\"99\""));
      assertThat(stale.said()).isEqualTo("412 version-conflict");
      assertThat(stale.headers()).containsKey("etag");
    });
    String current = send(route.call().header("If-Match", "\"99\"")).headers().get("etag");
    assertThat(send(route.call().header("If-Match", current)).status()).isBetween(200, 201);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void under_a_key_the_repeat_gets_the_same_answer_and_does_nothing(Accepted route) {
    live(route);
    var first = send(route.call().header("Idempotency-Key", "key-1"));
    assertThat(first.status()).isBetween(200, 201);
    unchanged(() -> {
      assertThat(send(route.call().header("idempotency-key", "key-1"))).isEqualTo(first);
      assertThat(send(route.call().header("Idempotency-Key", "key-1").body(route.body() + " ")).said())
          .isEqualTo("422 idempotency-mismatch");
      assertThat(send(route.call().path("id", "0123456789abcdef").header("Idempotency-Key", "key-1")).said())
          .isEqualTo("422 idempotency-mismatch");
    });
    world.later(Duration.ofHours(47));
    unchanged(() -> assertThat(send(route.call().header("Idempotency-Key", "key-1"))).isEqualTo(first));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_key_belongs_to_who_sent_it(Accepted route) {
    live(route);
    send(route.call().header("Idempotency-Key", "key-1"));
    assertThat(send(route.call().as("cy").header("Idempotency-Key", "key-1")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_key_is_1_to_255_printable_characters(Accepted route) {
    live(route);
    unchanged(() -> {
      for (var key : List.of("", " ", "a b", "k\u0000", "k\n", "schl\u00fcssel", "x".repeat(256))) {
        assertThat(send(route.call().header("Idempotency-Key", key)).said()).as(key).isEqualTo("400 malformed");
      }
    });
    assertThat(send(route.call().header("Idempotency-Key", "#|:~" + "x".repeat(251))).status()).isBetween(200, 201);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void what_is_done_already_is_done_again_without_an_event(Accepted route) {
    live(route);
    send(route.call());
    if (route.repeatable()) {
      unchanged(() -> assertThat(send(route.call()).status()).isEqualTo(200));
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void while_the_table_does_not_answer_it_says_503_and_when_to_come_again(Accepted route) {
    live(route);
    world.tableFails(_ -> true);
    var reply = send(route.call());
    world.tableAnswers();
    assertThat(reply.said()).isEqualTo("503 unavailable");
    assertThat(reply.headers()).containsEntry("retry-after", "1");
    assertThat(reply.body()).doesNotContain("Exception", "baton.", "answer\"");
    assertThat(send(route.call()).status()).isBetween(200, 201);
  }

  private void live(Accepted route) {
    route.given().forEach(world::given);
  }

  private HttpReply send(HttpCall call) {
    return call.through(handler);
  }

  private void unchanged(Runnable refused) {
    String before = world.table().digest();
    refused.run();
    assertThat(world.table().digest()).as("the table, after what was refused").isEqualTo(before);
  }
}
