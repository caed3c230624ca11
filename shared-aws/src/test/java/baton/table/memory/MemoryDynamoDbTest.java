package baton.table.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.table.LocalTable;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class MemoryDynamoDbTest {
  private static final int REQUESTS = Integer.getInteger("baton.requests", 2_500);
  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("s"));

  @Test
  void it_answers_every_request_as_dynamodb_local_does() {
    long seed = Long.getLong("baton.seed", System.nanoTime());
    System.out.println("table in memory against DynamoDB Local: -Dbaton.seed=" + seed);
    var real = LocalTable.fresh();
    var memory = new MemoryDynamoDb(real.name(), InstantSource.system());
    var requests = new RandomRequests(seed, real.name());
    for (int i = 0; i < REQUESTS; i++) {
      var request = requests.next();
      Object expected = outcome(real.client(), request);
      assertThat(withoutNeedlessKey(outcome(memory, request), request, memory))
          .as("request %d of seed %d: %s", i, seed, request)
          .isEqualTo(withoutNeedlessKey(expected, request, real.client()));
      if (expected instanceof Page(var _, var _, var last) && !last.isEmpty()) {
        requests.ended(last);
      }
    }
  }

  private record Page(List<Map<String, AttributeValue>> items, int count, Map<String, AttributeValue> last) {}

  private record Failed(String code, Map<String, AttributeValue> item) {}

  private record Canceled(List<Failed> reasons) {}

  private static Object outcome(DynamoDbClient client, DynamoDbRequest request) {
    try {
      return switch (request) {
        case GetItemRequest get -> client.getItem(get).item();
        case BatchGetItemRequest get -> client.batchGetItem(get).responses().values().stream().map(HashSet::new).toList();
        case PutItemRequest put -> client.putItem(put).attributes();
        case UpdateItemRequest update -> client.updateItem(update).attributes();
        case QueryRequest query -> page(client.query(query));
        case TransactWriteItemsRequest writes -> client.transactWriteItems(writes).hasItemCollectionMetrics();
        default -> throw new IllegalArgumentException("" + request);
      };
    } catch (ConditionalCheckFailedException e) {
      return new Failed(e.awsErrorDetails().errorCode(), e.item());
    } catch (TransactionCanceledException e) {
      return new Canceled(e.cancellationReasons().stream()
          .map(reason -> new Failed(reason.code(), reason.item())).toList());
    } catch (DynamoDbException e) {
      return e.awsErrorDetails().errorCode();
    }
  }

  // Where the limit is reached just at the end DynamoDB gives a key that leads to nothing; DynamoDB Local not always.
  private static Object withoutNeedlessKey(Object outcome, DynamoDbRequest request, DynamoDbClient client) {
    boolean leadsToNothing = outcome instanceof Page page && !page.last().isEmpty()
        && request instanceof QueryRequest query
        && client.query(query.toBuilder().exclusiveStartKey(page.last()).build()).count() == 0;
    return leadsToNothing && outcome instanceof Page(var items, var count, var _)
        ? new Page(items, count, Map.of())
        : outcome;
  }

  private static Page page(QueryResponse page) {
    return new Page(page.items(), page.count(), page.lastEvaluatedKey());
  }

  @Test
  void what_baton_never_sends_is_a_fault_and_not_passed_over() {
    var client = MemoryDynamoDb.table().client();
    assertThatThrownBy(() -> client.scan(scan -> scan.tableName("baton")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> client.getItem(get -> get.tableName("baton").key(KEY).projectionExpression("a")))
        .isInstanceOf(UnsupportedOperationException.class).hasMessageContaining("ProjectionExpression");
    assertThatThrownBy(() -> update(client, "ADD n :one", ":one")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> update(client, "SET a.b = :one", ":one")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> client.updateItem(update -> update.tableName("baton").key(KEY)
            .updateExpression("REMOVE a").returnValues(ReturnValue.UPDATED_NEW)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static void update(DynamoDbClient client, String expression, @Nullable String value) {
    client.updateItem(update -> update.tableName("baton").key(KEY).updateExpression(expression)
        .expressionAttributeValues(Map.of(value, AttributeValue.fromN("1"))));
  }

  @Test
  void a_conflict_is_met_where_a_test_injects_one() {
    var memory = new MemoryDynamoDb("baton", InstantSource.system());
    memory.conflictAt(KEY::equals);
    assertThatThrownBy(() -> update(memory, "SET a = :one", ":one")).isInstanceOf(TransactionConflictException.class);
    assertThatThrownBy(() -> memory.transactWriteItems(write -> write.transactItems(TransactWriteItem.builder()
            .put(put -> put.tableName("baton").item(KEY)).build())))
        .isInstanceOfSatisfying(TransactionCanceledException.class,
            e -> assertThat(e.cancellationReasons().getFirst().code()).isEqualTo("TransactionConflict"));
    assertThat(memory.size()).isZero();

    memory.conflictAt(_ -> false);
    update(memory, "SET a = :one", ":one");
    assertThat(memory.size()).isEqualTo(1);
  }

  @Test
  void a_page_ends_with_the_item_that_passes_a_megabyte() {
    var table = LocalTable.fresh();
    var memory = new MemoryDynamoDb(table.name(), InstantSource.system());
    for (int i = 10; i < 20; i++) {
      var item = Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("" + i),
          "text", AttributeValue.fromS("x".repeat(150_000)));
      memory.fill(item);
      table.client().putItem(put -> put.tableName(table.name()).item(item));
    }
    var query = QueryRequest.builder().tableName(table.name()).keyConditionExpression("pk = :p")
        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("p"))).build();
    assertThat(keys(memory.query(query))).isEqualTo(keys(table.client().query(query)));
    assertThat(memory.queryPaginator(query).items().stream()).hasSize(10);
  }

  @Test
  void a_transaction_has_one_part_for_each_item() {
    var real = LocalTable.fresh();
    var memory = new MemoryDynamoDb(real.name(), InstantSource.system());
    var part = TransactWriteItem.builder().put(put -> put.tableName(real.name()).item(KEY)).build();
    var twice = TransactWriteItemsRequest.builder().transactItems(part, part).build();
    assertThat(outcome(memory, twice)).isEqualTo(outcome(real.client(), twice)).isEqualTo("ValidationException");
  }

  private static List<String> keys(QueryResponse page) {
    return page.items().stream().map(item -> item.get("sk").s()).toList();
  }

  @Test
  void many_keys_are_read_at_once_but_not_too_many() {
    var client = MemoryDynamoDb.table().client();
    var keys = IntStream.range(0, 101)
        .mapToObj(i -> Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("" + i))).toList();
    assertThatThrownBy(() -> client.batchGetItem(get -> get.requestItems(
            Map.of("baton", KeysAndAttributes.builder().keys(keys).build()))))
        .isInstanceOf(DynamoDbException.class);
  }
}
