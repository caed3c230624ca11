package baton.table.memory;

import static baton.table.memory.Supported.only;

import baton.table.Table;
import baton.table.meter.TableShape;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// DynamoDB with one table, in memory: what Baton sends, answered as DynamoDB answers it, and a fault for all else. It
/// is held to that by the same random requests as DynamoDB Local. One request at a time, like DynamoDB Local; a
/// `TransactionConflict` comes only where a test injects one.
public final class MemoryDynamoDb implements DynamoDbClient {
  private static final Duration TOKEN_LASTS = Duration.ofMinutes(10);
  private static final int MOST_PARTS = 100;

  private final String tableName;
  private final InstantSource clock;
  private final Store store;
  private final Map<String, Done> tokens = new HashMap<>();
  private volatile Predicate<Map<String, AttributeValue>> conflicts = _ -> false;

  private record Done(TransactWriteItemsRequest request, Instant at) {}

  /// An empty table of that name, with the indexes of template.yaml.
  public MemoryDynamoDb(String tableName, InstantSource clock) {
    this(tableName, clock, TableShape.ofTemplate());
  }

  /// An empty table of that shape.
  public MemoryDynamoDb(String tableName, InstantSource clock, TableShape shape) {
    this.tableName = tableName;
    this.clock = clock;
    this.store = new Store(shape);
  }

  /// An empty table.
  public static Table table() {
    return new MemoryDynamoDb("baton", InstantSource.system()).asTable();
  }

  /// The table as Baton's own classes take it.
  public Table asTable() {
    return new Table(this, tableName);
  }

  /// From now on every write of an item whose key this is asked of, and says yes to, meets another transaction.
  public void conflictAt(Predicate<Map<String, AttributeValue>> key) {
    conflicts = key;
  }

  /// Puts an item straight into the table.
  public synchronized void fill(Map<String, AttributeValue> item) {
    store.put(item);
  }

  /// Takes an item straight out of the table.
  public synchronized void remove(Map<String, AttributeValue> key) {
    store.delete(key);
  }

  /// Every item, in no order.
  public synchronized List<Map<String, AttributeValue>> items() {
    return store.items();
  }

  /// How many items there are.
  public synchronized int size() {
    return store.size();
  }

  @Override
  public synchronized GetItemResponse getItem(GetItemRequest request) {
    only(request, "TableName", "Key", "ConsistentRead");
    here(request.tableName());
    var response = GetItemResponse.builder();
    store.get(Write.keyOnly(request.key())).ifPresent(response::item);
    return response.build();
  }

  @Override
  public synchronized BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    only(request, "RequestItems");
    request.requestItems().keySet().forEach(this::here);
    var wanted = request.requestItems().get(tableName);
    only(wanted, "Keys", "ConsistentRead");
    if (wanted.keys().isEmpty() || wanted.keys().size() > MOST_PARTS) {
      throw Invalid.request("Too many items requested for the BatchGetItem call");
    }
    if (new HashSet<>(wanted.keys()).size() < wanted.keys().size()) {
      throw Invalid.request("Provided list of item keys contains duplicates");
    }
    return BatchGetItemResponse.builder()
        .responses(Map.of(tableName, wanted.keys().stream()
            .map(Write::keyOnly).map(store::get).flatMap(Optional::stream).toList()))
        .unprocessedKeys(Map.of())
        .build();
  }

  @Override
  public synchronized QueryResponse query(QueryRequest request) {
    only(request, "TableName", "IndexName", "KeyConditionExpression", "ExpressionAttributeNames",
        "ExpressionAttributeValues", "ScanIndexForward", "Limit", "ExclusiveStartKey", "ConsistentRead", "Select");
    here(request.tableName());
    return Pages.of(store, request);
  }

  @Override
  public synchronized PutItemResponse putItem(PutItemRequest request) {
    only(request, "TableName", "Item", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues",
        "ReturnValuesOnConditionCheckFailure");
    alone(Write.of(Put.builder()
        .tableName(request.tableName())
        .item(request.item())
        .conditionExpression(request.conditionExpression())
        .expressionAttributeNames(request.expressionAttributeNames())
        .expressionAttributeValues(request.expressionAttributeValues())
        .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure())
        .build()));
    return PutItemResponse.builder().build();
  }

  @Override
  public synchronized UpdateItemResponse updateItem(UpdateItemRequest request) {
    only(request, "TableName", "Key", "UpdateExpression", "ConditionExpression", "ExpressionAttributeNames",
        "ExpressionAttributeValues", "ReturnValues", "ReturnValuesOnConditionCheckFailure");
    var after = alone(Write.of(Update.builder()
        .tableName(request.tableName())
        .key(request.key())
        .updateExpression(request.updateExpression())
        .conditionExpression(request.conditionExpression())
        .expressionAttributeNames(request.expressionAttributeNames())
        .expressionAttributeValues(request.expressionAttributeValues())
        .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure())
        .build()));
    return switch (request.returnValues()) {
      case ALL_NEW -> UpdateItemResponse.builder().attributes(after.orElseThrow()).build();
      case NONE -> UpdateItemResponse.builder().build();
      case null -> UpdateItemResponse.builder().build();
      case ALL_OLD, UPDATED_NEW, UPDATED_OLD, UNKNOWN_TO_SDK_VERSION ->
          throw new UnsupportedOperationException("Baton asks for ALL_NEW or nothing");
    };
  }

  private Optional<Map<String, AttributeValue>> alone(Write write) {
    here(write.tableName());
    write.whole().ifPresent(store::check);
    if (conflicts.test(write.key())) {
      throw TransactionConflictException.builder()
          .message("Transaction is ongoing for the item")
          .statusCode(400)
          .awsErrorDetails(Invalid.details("TransactionConflictException", "Transaction is ongoing for the item"))
          .build();
    }
    var before = store.get(write.key());
    if (!write.condition().test(before.orElse(Map.of()))) {
      throw failed(write, before);
    }
    var after = changed(write, before);
    commit(write, after);
    return after;
  }

  private static ConditionalCheckFailedException failed(Write write, Optional<Map<String, AttributeValue>> before) {
    String message = "The conditional request failed";
    var failure = ConditionalCheckFailedException.builder();
    before.filter(_ -> write.tellsOld()).ifPresent(failure::item);
    return failure
        .message(message)
        .statusCode(400)
        .awsErrorDetails(Invalid.details("ConditionalCheckFailedException", message))
        .build();
  }

  private void commit(Write write, Optional<Map<String, AttributeValue>> after) {
    after.ifPresentOrElse(store::put, () -> store.delete(write.key()));
  }

  @Override
  public synchronized TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    only(request, "TransactItems", "ClientRequestToken");
    var writes = request.transactItems().stream().map(Write::of).toList();
    writes.forEach(write -> here(write.tableName()));
    if (writes.isEmpty() || writes.size() > MOST_PARTS) {
      throw Invalid.request("Member must have length less than or equal to 100 and greater than or equal to 1");
    }
    if (writes.stream().map(Write::key).distinct().count() < writes.size()) {
      throw Invalid.request("Transaction request cannot include multiple operations on one item");
    }
    if (isRepeated(request)) {
      return TransactWriteItemsResponse.builder().build();
    }
    writes.forEach(write -> write.whole().ifPresent(store::check));
    var befores = writes.stream().map(write -> store.get(write.key())).toList();
    var reasons = new ArrayList<CancellationReason>();
    var afters = new ArrayList<Optional<Map<String, AttributeValue>>>();
    for (int i = 0; i < writes.size(); i++) {
      var reason = reason(writes.get(i), befores.get(i));
      reasons.add(reason);
      // What is wrong in itself fails all, whatever the other conditions say.
      afters.add(isNone(reason) ? changed(writes.get(i), befores.get(i)) : Optional.empty());
    }
    if (!reasons.stream().allMatch(MemoryDynamoDb::isNone)) {
      throw canceled(reasons);
    }
    IntStream.range(0, writes.size()).forEach(i -> commit(writes.get(i), afters.get(i)));
    if (request.clientRequestToken() != null) {
      tokens.put(request.clientRequestToken(), new Done(request, clock.instant()));
    }
    return TransactWriteItemsResponse.builder().build();
  }

  private boolean isRepeated(TransactWriteItemsRequest request) {
    tokens.values().removeIf(done -> !done.at().plus(TOKEN_LASTS).isAfter(clock.instant()));
    @Nullable Done done = request.clientRequestToken() == null ? null : tokens.get(request.clientRequestToken());
    if (done != null && !done.request().equals(request)) {
      String message = "The provided client token was already used for another request";
      throw IdempotentParameterMismatchException.builder()
          .message(message)
          .statusCode(400)
          .awsErrorDetails(Invalid.details("IdempotentParameterMismatchException", message))
          .build();
    }
    return done != null;
  }

  private CancellationReason reason(Write write, Optional<Map<String, AttributeValue>> before) {
    if (conflicts.test(write.key())) {
      return because("TransactionConflict", "Transaction is ongoing for the item").build();
    }
    if (!write.condition().test(before.orElse(Map.of()))) {
      var reason = because("ConditionalCheckFailed", "The conditional request failed");
      before.filter(_ -> write.tellsOld()).ifPresent(reason::item);
      return reason.build();
    }
    return CancellationReason.builder().code("None").build();
  }

  private static boolean isNone(CancellationReason reason) {
    return reason.code().equals("None");
  }

  private Optional<Map<String, AttributeValue>> changed(Write write, Optional<Map<String, AttributeValue>> before) {
    var after = write.change().of(before);
    after.ifPresent(store::check);
    return after;
  }

  private static CancellationReason.Builder because(String code, String message) {
    return CancellationReason.builder().code(code).message(message);
  }

  private static TransactionCanceledException canceled(List<CancellationReason> reasons) {
    String message = "Transaction cancelled, please refer cancellation reasons for specific reasons "
        + reasons.stream().map(CancellationReason::code).toList();
    return TransactionCanceledException.builder()
        .cancellationReasons(reasons)
        .message(message)
        .statusCode(400)
        .awsErrorDetails(Invalid.details("TransactionCanceledException", message))
        .build();
  }

  private void here(String name) {
    if (!name.equals(tableName)) {
      throw ResourceNotFoundException.builder()
          .message("Cannot do operations on a non-existent table")
          .statusCode(400)
          .awsErrorDetails(Invalid.details("ResourceNotFoundException", "there is no table " + name))
          .build();
    }
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {
    // nothing is open
  }
}
