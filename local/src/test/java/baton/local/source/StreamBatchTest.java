package baton.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.MovableClock;
import baton.local.template.EventSource.Stream;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamBatchTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final MovableClock clock = new MovableClock();
  private final FakeFunction function = new FakeFunction();
  private final List<String> givenUp = new ArrayList<>();

  @Test
  void a_poison_record_goes_to_the_dead_letter_queue_and_holds_up_nothing_else() throws Exception {
    function.answers = event -> ids(event).contains("3") ? FakeFunction.THROWS : "{}";

    batch(source().bisect().retries(2)).run("shard", records(1, 8));

    assertThat(done()).containsExactly("1", "2", "4", "5", "6", "7", "8");
    assertThat(info().path("startSequenceNumber").asText()).isEqualTo("3");
    assertThat(info().path("endSequenceNumber").asText()).isEqualTo("3");
    assertThat(info().path("batchSize").asInt()).isEqualTo(1);
    assertThat(info().path("shardId").asText()).isEqualTo("shard");
    assertThat(message().path("requestContext").path("condition").asText()).isEqualTo("RetryAttemptsExhausted");
  }

  @Test
  void a_partial_answer_goes_on_at_the_lowest_failed_record() throws Exception {
    function.answers = event -> ids(event).contains("1") ? FakeFunction.failed(List.of("4", "3")) : "{}";

    batch(source().partial().retries(2)).run("shard", records(1, 5));

    assertThat(sequences()).containsExactly(List.of("1", "2", "3", "4", "5"), List.of("3", "4", "5"));
    assertThat(givenUp).isEmpty();
  }

  @Test
  void a_partial_answer_with_bisect_splits_at_the_record_it_names_and_halves_nothing() throws Exception {
    function.answers = event -> FakeFunction.failed(ids(event).stream().filter("3"::equals).toList());

    batch(source().partial().bisect().retries(1)).run("shard", records(1, 6));

    assertThat(sequences()).containsExactly(
        List.of("1", "2", "3", "4", "5", "6"), List.of("3", "4", "5", "6"), List.of("3", "4", "5", "6"));
    assertThat(info().path("startSequenceNumber").asText()).isEqualTo("3");
    assertThat(info().path("endSequenceNumber").asText()).isEqualTo("6");
  }

  @Test
  void an_answer_that_names_a_stranger_fails_the_whole_batch() throws Exception {
    function.answers = _ -> FakeFunction.failed(List.of("99"));

    batch(source().partial().retries(1)).run("shard", records(1, 2));

    assertThat(sequences()).containsExactly(List.of("1", "2"), List.of("1", "2"));
    assertThat(info().path("batchSize").asInt()).isEqualTo(2);
  }

  @Test
  void without_partial_answers_their_content_does_not_count() throws Exception {
    function.answers = _ -> FakeFunction.failed(List.of("1"));

    batch(source().retries(1)).run("shard", records(1, 2));

    assertThat(sequences()).hasSize(1);
  }

  @Test
  void retries_end_as_often_as_the_template_says() throws Exception {
    function.answers = _ -> FakeFunction.THROWS;

    batch(source().retries(3)).run("shard", records(1, 1));

    assertThat(sequences()).hasSize(4);
    assertThat(message().path("requestContext").path("approximateInvokeCount").asInt()).isEqualTo(4);
  }

  @Test
  void a_record_that_grew_too_old_is_set_aside_unread() throws Exception {
    var records = records(1, 1);
    clock.advance(Duration.ofHours(7));

    batch(source().retries(3)).run("shard", records);

    assertThat(sequences()).isEmpty();
    assertThat(message().path("requestContext").path("condition").asText()).isEqualTo("RecordAgeExceeded");
  }

  @Test
  void while_nobody_can_run_the_function_no_attempt_is_counted() throws Exception {
    function.down = true;
    var running = CompletableFuture.runAsync(() -> {
      try {
        batch(source().retries(0)).run("shard", records(1, 1));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    await().until(() -> function.refusals.get() > 2);
    assertThat(running).isNotDone();

    function.down = false;
    running.get();

    assertThat(sequences()).hasSize(1);
    assertThat(givenUp).isEmpty();
  }

  private record Settings(boolean withBisect, boolean withPartial, int maximumRetries) {

    Settings bisect() {
      return new Settings(true, withPartial, maximumRetries);
    }

    Settings partial() {
      return new Settings(withBisect, true, maximumRetries);
    }

    Settings retries(int number) {
      return new Settings(withBisect, withPartial, number);
    }
  }

  private static Settings source() {
    return new Settings(false, false, -1);
  }

  private StreamBatch batch(Settings settings) {
    var source = new Stream("Publish", "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/local", true, 100,
        List.of(),
        settings.withBisect, settings.maximumRetries, Optional.of(Duration.ofHours(6)), settings.withPartial,
        Optional.empty());
    return new StreamBatch(source, "arn:f", function, givenUp::add, clock, Duration.ofMillis(1));
  }

  private List<JsonNode> records(int from, int to) {
    return IntStream.rangeClosed(from, to).<JsonNode>mapToObj(i -> {
      var record = JSON.createObjectNode();
      record.putObject("dynamodb").put("SequenceNumber", String.valueOf(i))
          .put("ApproximateCreationDateTime", clock.instant().getEpochSecond());
      return record;
    }).toList();
  }

  private static List<String> ids(JsonNode event) {
    return event.path("Records").valueStream().map(StreamBatch::sequenceNumber).toList();
  }

  private List<List<String>> sequences() {
    return function.batches(StreamBatch::sequenceNumber);
  }

  private List<String> done() {
    return sequences().stream().filter(batch -> !batch.contains("3")).flatMap(List::stream).toList();
  }

  private JsonNode message() throws Exception {
    assertThat(givenUp).hasSize(1);
    return JSON.readTree(givenUp.getFirst());
  }

  private JsonNode info() throws Exception {
    return message().path("DDBStreamBatchInfo");
  }
}
