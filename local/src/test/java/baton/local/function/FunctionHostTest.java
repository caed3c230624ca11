package baton.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import baton.local.fixture.FixtureJar;
import baton.local.template.AsyncPolicy;
import baton.local.template.FunctionSpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionHostTest {

  @TempDir
  static Path folder;
  private static Path log;
  private static FunctionHost host;

  @BeforeAll
  static void start() throws IOException {
    log = folder.resolve("functions.log");
    var jar = FixtureJar.unpackedTo(folder).resolveSibling("functions.jar");
    host = new FunctionHost(List.of(function("Echo", jar, "baton.local.fixture.EchoHandler", Optional.empty()),
        function("Single", jar, "baton.local.fixture.EchoHandler", Optional.of(1)),
        function("Narrow", jar, "baton.local.fixture.EchoHandler", Optional.of(1)),
        function("Broken", jar, "baton.local.fixture.Missing", Optional.empty())), log);
    host.start(Map.of("TABLE_NAME", "the-table"));
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Test
  void a_handler_sees_its_event_its_context_and_the_environment_of_the_template_only() throws Exception {
    var invocation = host.invoke("Echo", "{\"x\":1}".getBytes(UTF_8));
    var answer = json(invocation);

    assertThat(invocation.failed()).isFalse();
    assertThat(answer.path("event")).hasToString("{\"x\":1}");
    assertThat(answer.path("function").asText()).isEqualTo("Echo");
    assertThat(answer.path("requestId").asText()).isEqualTo(invocation.requestId()).isNotEmpty();
    assertThat(answer.path("left").asInt()).isBetween(1, 1000);
    assertThat(answer.path("table").asText()).isEqualTo("the-table");
    assertThat(answer.path("home").asText()).isEqualTo("null");
  }

  @Test
  void a_handler_sees_no_classes_but_those_of_its_jar() throws Exception {
    assertThat(json(host.invoke("Echo", "{}".getBytes(UTF_8))).path("sees").asText()).isEmpty();
  }

  @Test
  void functions_share_no_statics_even_from_the_same_jar() throws Exception {
    host.invoke("Echo", "{}".getBytes(UTF_8));
    assertThat(json(host.invoke("Single", "{}".getBytes(UTF_8))).path("instance").asInt()).isEqualTo(1);
  }

  @Test
  void an_exception_is_a_function_error_and_goes_to_the_log() throws Exception {
    var invocation = host.invoke("Echo", "\"please throw\"".getBytes(UTF_8));

    assertThat(invocation.error()).contains("Unhandled");
    assertThat(json(invocation).path("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(json(invocation).path("errorMessage").asText()).isEqualTo("as you wish");
    await().untilAsserted(() ->
        assertThat(Files.readString(folder.resolve("functions.log"))).contains("as you wish").contains("echo of"));
  }

  @Test
  void a_handler_that_takes_too_long_has_timed_out() throws Exception {
    var invocation = host.invoke("Echo", "\"please hang\"".getBytes(UTF_8));

    assertThat(json(invocation).path("errorType").asText()).isEqualTo("Sandbox.Timedout");
    assertThat(json(invocation).path("errorMessage").asText()).contains("Task timed out after 1.00 seconds");
  }

  @Test
  void a_handler_that_cannot_be_created_is_a_function_error() throws Exception {
    assertThat(json(host.invoke("Broken", "{}".getBytes(UTF_8))).path("errorMessage").asText())
        .contains("baton.local.fixture.Missing");
  }

  @Test
  void one_instance_serves_one_request_after_the_other() throws Exception {
    for (var call = 0; call < 4; call++) {
      assertThat(json(host.invoke("Single", "{}".getBytes(UTF_8))).path("instance").asInt()).isEqualTo(1);
    }
  }

  @Test
  void what_is_one_too_many_at_a_time_for_the_template_is_not_run() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> host.invoke("Narrow", "\"please hang\"".getBytes(UTF_8)));
      await().until(() -> Files.readString(log).contains("Narrow hanging"));

      assertThatThrownBy(() -> host.invoke("Narrow", "{}".getBytes(UTF_8))).isInstanceOf(HostUnavailable.class);
      assertThat(json(first.get()).path("errorType").asText()).isEqualTo("Sandbox.Timedout");
    }
    assertThat(host.invoke("Narrow", "{}".getBytes(UTF_8)).failed()).isFalse();
  }

  @Test
  void each_line_of_the_log_begins_with_the_name_of_its_function() throws Exception {
    host.invoke("Echo", "{}".getBytes(UTF_8));
    host.invoke("Single", "{}".getBytes(UTF_8));
    await().untilAsserted(() ->
        assertThat(Files.readString(log).lines()).contains("Echo echo of 2 characters", "Single echo of 2 characters"));
  }

  @Test
  void a_dying_process_is_a_function_error_first_and_then_nobody_is_there_until_it_is_started_again() throws Exception {
    var exits = new LinkedBlockingQueue<Integer>();
    host.onDeath(exits::add);
    var invocation = host.invoke("Echo", "\"please die\"".getBytes(UTF_8));
    assertThat(json(invocation).path("errorType").asText()).isEqualTo("Runtime.ExitError");
    await().until(() -> !host.available());
    assertThatThrownBy(() -> host.invoke("Echo", "{}".getBytes(UTF_8))).isInstanceOf(HostUnavailable.class);

    assertThat(exits.take()).isEqualTo(1);

    host.restart();

    assertThat(host.invoke("Echo", "{}".getBytes(UTF_8)).failed()).isFalse();
    host.kill();
    host.restart();
    assertThat(exits).as("it was told to end").isEmpty();
  }

  @Test
  void a_jar_that_is_not_built_is_told_at_once() {
    var missing = function("Echo", folder.resolve("missing.jar"), "baton.local.fixture.EchoHandler", Optional.empty());
    try (var host = new FunctionHost(List.of(missing), folder.resolve("functions.log"))) {
      assertThatThrownBy(() -> host.start(Map.of())).hasMessageContaining("missing.jar: run `mvn package` first");
    }
  }

  private static FunctionSpec function(String name, Path jar, String handler, Optional<Integer> concurrency) {
    return new FunctionSpec(name, "arn:aws:lambda:us-east-1:000000000000:function:" + name, jar, handler,
        Duration.ofSeconds(1), 128,
        Map.of(), concurrency, AsyncPolicy.DEFAULT);
  }

  private static JsonNode json(Invocation invocation) throws IOException {
    return new ObjectMapper().readTree(invocation.payload());
  }
}
