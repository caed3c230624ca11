package baton.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.MovableClock;
import baton.local.sqs.LocalSqs;
import baton.local.sqs.MessageQueue;
import baton.local.template.EventSource.Queue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueMappingTest {

  private final MovableClock clock = new MovableClock();
  private final FakeFunction function = new FakeFunction();
  private final Gate gate = new Gate();
  private LocalSqs sqs;
  private MessageQueue queue;
  private MessageQueue dead;

  @BeforeEach
  void start() {
    sqs = LocalSqs.start(clock);
    dead = sqs.create("dead.fifo", Map.of("FifoQueue", "true"));
    queue = sqs.create("work.fifo", Map.of("FifoQueue", "true", "VisibilityTimeout", "60",
        "RedrivePolicy",
            "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead.fifo\",\"maxReceiveCount\":2}"));
  }

  @AfterEach
  void stop() {
    sqs.close();
  }

  @Test
  void a_message_arrives_in_the_shape_of_lambda_and_is_deleted_when_done() {
    try (var _ = mapping(List.of())) {
      queue.send("hello", Optional.of("a"));
      await().until(() -> queue.bodies().isEmpty());
    }
    var record = function.events.getFirst().path("Records").path(0);
    assertThat(record.path("body").asText()).isEqualTo("hello");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(record.path("eventSourceARN").asText()).endsWith("work.fifo");
    assertThat(record.path("messageId").asText()).isNotEmpty();
    assertThat(record.path("attributes").path("MessageGroupId").asText()).isEqualTo("a");
    assertThat(record.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(record.path("md5OfBody").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
  }

  @Test
  void only_what_failed_comes_back_and_at_last_goes_to_the_dead_letter_queue() {
    function.answers = event -> FakeFunction.failed(event.path("Records").valueStream()
        .filter(record -> record.path("body").asText().equals("poison"))
        .map(record -> record.path("messageId").asText()).toList());
    queue.send("good", Optional.of("a"));
    queue.send("poison", Optional.of("b"));
    try (var _ = mapping(List.of())) {
      await().until(() -> queue.bodies().equals(List.of("poison")));
      await().until(() -> timesSeen("poison") == 1);
      clock.advance(Duration.ofSeconds(60));
      await().until(() -> timesSeen("poison") == 2);
      clock.advance(Duration.ofSeconds(60));
      await().until(() -> dead.bodies().equals(List.of("poison")));
    }
    assertThat(timesSeen("good")).isEqualTo(1);
  }

  @Test
  void a_message_waits_for_a_function_that_cannot_be_run() {
    function.down = true;
    queue.send("patient", Optional.of("a"));
    try (var _ = mapping(List.of())) {
      await().until(() -> function.refusals.get() > 4); // more often than the message may be received
      function.down = false;
      await().until(() -> timesSeen("patient") == 1 || dead.bodies().contains("patient"));
    }
    assertThat(timesSeen("patient")).isEqualTo(1);
  }

  @Test
  void what_the_filter_does_not_want_is_deleted_unread() throws Exception {
    queue.send("{\"kind\":\"other\"}", Optional.of("a"));
    queue.send("{\"kind\":\"wanted\"}", Optional.of("a"));
    try (var _ = mapping(List.of(new ObjectMapper().readTree("{\"body\":{\"kind\":[\"wanted\"]}}")))) {
      await().until(() -> queue.bodies().isEmpty());
    }
    assertThat(seen()).containsExactly("{\"kind\":\"wanted\"}");
  }

  @Test
  void a_function_at_work_may_finish_before_the_mapping_is_closed() {
    var begun = new CountDownLatch(1);
    function.answers = _ -> {
      begun.countDown();
      for (var i = 0; i < 100; i++) {
        if (Thread.interrupted()) {
          return FakeFunction.THROWS;
        }
        LockSupport.parkNanos(2_000_000);
      }
      return "{}";
    };
    queue.send("at work", Optional.of("a"));
    try (var _ = mapping(List.of())) {
      await().until(() -> begun.getCount() == 0);
    }
    assertThat(queue.bodies()).isEmpty();
  }

  private QueueMapping mapping(List<JsonNode> filters) {
    return QueueMapping.start(
        new Queue("Deliver", "arn:aws:sqs:us-east-1:000000000000:work.fifo", 5, filters, true, Optional.of(2)),
        "us-east-1", queue, function, gate);
  }

  private List<String> seen() {
    return function.batches(record -> record.path("body").asText()).stream().flatMap(List::stream).toList();
  }

  private long timesSeen(String body) {
    return seen().stream().filter(body::equals).count();
  }
}
