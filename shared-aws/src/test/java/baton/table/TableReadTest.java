package baton.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import baton.conversation.Attempts;
import baton.conversation.Unavailable;
import baton.table.memory.MemoryDynamoDb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// How many items are read together, and what a throttled table left over.
class TableReadTest {
  private final Table stored = MemoryDynamoDb.table();
  private final List<Duration> pauses = new ArrayList<>();

  private static Key key(int number) {
    return new Key("p-" + number, "#");
  }

  private List<Key> keys(int many) {
    return IntStream.range(0, many).mapToObj(number -> {
      stored.put(
          Map.of("pk", AttributeValue.fromS("p-" + number), "sk", AttributeValue.fromS("#")),
          new Expression().whenAbsent("pk"));
      return key(number);
    }).toList();
  }

  private Table through(UnaryOperator<BatchGetItemResponse> answer, Runnable before) {
    var client = new DynamoDbClient() {
      @Override
      public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        before.run();
        return answer.apply(stored.client().batchGetItem(request));
      }

      @Override
      public String serviceName() {
        return "dynamodb";
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
    var attempts = new Attempts(
        4, Duration.ofSeconds(2), Duration.ofMillis(20), Duration.ofMillis(400), () -> Instant.EPOCH, bound -> bound,
        pauses::add);
    return new Table(client, stored.name(), attempts);
  }

  private BatchGetItemResponse butTheFirst(BatchGetItemResponse whole) {
    var items = whole.responses().get(stored.name());
    if (items.size() < 2) {
      return whole;
    }
    var rest = items.subList(1, items.size()).stream().map(item -> Key.of(item).attributes()).toList();
    return whole.toBuilder()
        .responses(Map.of(stored.name(), items.subList(0, 1)))
        .unprocessedKeys(Map.of(stored.name(), KeysAndAttributes.builder().keys(rest).consistentRead(true).build()))
        .build();
  }

  @Test
  void what_was_left_over_is_asked_for_again_after_a_pause() {
    var keys = keys(3);
    assertThat(through(this::butTheFirst, () -> { }).read(keys)).containsOnlyKeys(keys);
    assertThat(pauses).containsExactly(Duration.ofMillis(40), Duration.ofMillis(80));
  }

  @Test
  void a_table_that_never_gets_round_to_all_of_it_is_not_asked_for_ever() {
    var keys = keys(10);
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> through(this::butTheFirst, () -> { }).read(keys));
    assertThat(pauses).hasSize(3);
  }

  @Test
  void many_batches_are_read_at_the_same_time() {
    var keys = keys(250);
    var together = new CyclicBarrier(3);
    var table = through(answer -> answer, () -> {
      try {
        together.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new AssertionError("the batches came one after the other", e);
      }
    });
    assertThat(table.read(keys)).containsOnlyKeys(keys);
  }
}
