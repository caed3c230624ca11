package baton.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptMessagesTest {

  private static final Duration INVISIBLE = Duration.ofSeconds(30);

  private final MovableClock clock = new MovableClock();

  @TempDir
  Path folder;

  @Test
  void a_queue_goes_on_as_it_was_with_its_order_its_counts_and_its_delays() throws Exception {
    try (var sqs = start()) {
      var queue = queue(sqs);
      queue.send("first", Optional.of("a"));
      queue.send("second", Optional.of("a"));
      assertThat(receive(queue)).extracting(ReceivedMessage::body).contains("first");
    }
    try (var sqs = start()) {
      var queue = queue(sqs);
      assertThat(queue.bodies()).containsExactly("first", "second");
      assertThat(receive(queue)).as("the first is still in flight").isEmpty();
      clock.advance(INVISIBLE);
      var again = receive(queue).getFirst();
      assertThat(again.body()).isEqualTo("first");
      assertThat(again.systemAttributes()).containsEntry("ApproximateReceiveCount", "2")
          .containsEntry("MessageGroupId", "a");
      queue.send("third", Optional.of("a"));
      assertThat(queue.bodies()).containsExactly("first", "second", "third");
    }
  }

  @Test
  void what_was_deleted_stays_away() throws Exception {
    try (var sqs = start()) {
      var queue = queue(sqs);
      queue.send("done", Optional.of("a"));
      queue.delete(receive(queue).getFirst().receipt());
    }
    try (var sqs = start()) {
      assertThat(queue(sqs).bodies()).isEmpty();
    }
  }

  @Test
  void a_start_that_fails_before_its_queues_are_made_loses_nothing() throws Exception {
    try (var sqs = start()) {
      queue(sqs).send("waits", Optional.of("a"));
    }
    start().close();
    try (var sqs = start()) {
      assertThat(queue(sqs).bodies()).containsExactly("waits");
    }
  }

  private LocalSqs start() {
    return LocalSqs.start(clock, Optional.of(folder.resolve("queues.json")));
  }

  private static MessageQueue queue(LocalSqs sqs) {
    return sqs.create("kept.fifo", Map.of("FifoQueue", "true"));
  }

  private static List<ReceivedMessage> receive(MessageQueue queue) throws InterruptedException {
    return queue.receive(10, Optional.of(INVISIBLE), Duration.ZERO);
  }
}
