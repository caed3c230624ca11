package baton.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.MovableClock;
import baton.local.template.AsyncPolicy;
import baton.local.template.FunctionSpec;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncInvocationsTest {

  private final FakeFunction function = new FakeFunction();
  private final Gate gate = new Gate();
  private final BlockingQueue<String> setAside = new LinkedBlockingQueue<>();
  private final AsyncInvocations async =
      new AsyncInvocations(function, _ -> gate, (queue, body) -> setAside.add(queue + " " + body),
      new MovableClock(), Duration.ofMillis(1));
  private final AsyncInvocations other =
      new AsyncInvocations(function, _ -> new Gate(), (queue, body) -> setAside.add(queue + " " + body),
      new MovableClock(), Duration.ofMillis(1));

  @AfterEach
  void stop() {
    async.close();
    other.close();
  }

  @Test
  void a_failure_is_tried_again_and_then_set_aside_with_what_was_asked() throws Exception {
    function.answers = _ -> FakeFunction.THROWS;

    accept(new AsyncPolicy(2, Duration.ofHours(1), Optional.of("failures"), Optional.empty()));

    var kept = setAside.take();
    assertThat(kept).startsWith("failures ");
    var message = new ObjectMapper().readTree(kept.substring("failures ".length()));
    assertThat(message.path("requestContext").path("condition").asText()).isEqualTo("RetriesExhausted");
    assertThat(message.path("requestContext").path("approximateInvokeCount").asInt()).isEqualTo(3);
    assertThat(message.path("requestPayload")).hasToString("{\"x\":1}");
    assertThat(function.events).hasSize(3);
  }

  @Test
  void a_dead_letter_queue_gets_the_event_itself() throws Exception {
    function.answers = _ -> FakeFunction.THROWS;

    accept(new AsyncPolicy(0, Duration.ofHours(1), Optional.empty(), Optional.of("dead")));

    assertThat(setAside.take()).isEqualTo("dead {\"x\":1}");
  }

  @Test
  void an_event_is_kept_while_the_function_cannot_be_run() throws Exception {
    function.down = true;
    accept(AsyncPolicy.DEFAULT);
    await().until(() -> function.refusals.get() > 0);
    function.down = false;

    await().until(() -> function.events.size() == 1);
    assertThat(setAside).isEmpty();
  }

  @Test
  void an_event_waits_at_a_shut_gate() throws Exception {
    gate.shut();
    accept(AsyncPolicy.DEFAULT);
    other.accept(function("Other", AsyncPolicy.DEFAULT), JsonNodeFactory.instance.objectNode().put("x", 2));
    await().until(() -> function.events.size() == 1);
    assertThat(function.events.getFirst()).as("the one whose gate is open").hasToString("{\"x\":2}");
    gate.open();

    await().until(() -> function.events.size() == 2);
  }

  @Test
  void what_is_pending_in_the_end_is_taken_up_by_the_next_run(@TempDir Path folder) throws Exception {
    var file = folder.resolve("async.json");
    async.keepIn(file, name -> function(name, AsyncPolicy.DEFAULT));
    function.down = true;
    accept(AsyncPolicy.DEFAULT);
    async.settle(Duration.ofMillis(50));
    async.close();
    function.down = false;

    other.keepIn(file, name -> function(name, AsyncPolicy.DEFAULT));
    other.settle(Duration.ofSeconds(10));

    assertThat(function.events).singleElement().hasToString("{\"x\":1}");
    assertThat(file).doesNotExist();
  }

  private void accept(AsyncPolicy policy) {
    async.accept(function("F", policy), JsonNodeFactory.instance.objectNode().put("x", 1));
  }

  private static FunctionSpec function(String name, AsyncPolicy policy) {
    return new FunctionSpec(name, "arn", Path.of("f.jar"), "H", Duration.ofSeconds(3), 128, Map.of(),
        Optional.empty(), policy);
  }
}
