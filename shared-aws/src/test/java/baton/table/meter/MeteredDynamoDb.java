package baton.table.meter;

import baton.table.Bulk;
import baton.table.Key;
import baton.table.Table;
import baton.table.meter.Call.Access;
import baton.table.meter.Meter.Change;
import baton.table.meter.Meter.Outcome;
import baton.table.meter.Meter.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// A function's client, seen by the meter. What is not here Baton does not send.
final class MeteredDynamoDb implements DynamoDbClient {
  private final Meter meter;
  private final String function;

  MeteredDynamoDb(Meter meter, String function) {
    this.meter = meter;
    this.function = function;
  }

  private record Answered<T>(Seen seen, T answer) implements Outcome<T> {}

  private record Refused<T>(Seen seen, RuntimeException why) implements Outcome<T> {
    @Override
    public T answer() {
      throw why;
    }
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return meter.call(function, () -> {
      var answer = meter.store().getItem(request);
      var item = answer.hasItem() ? Optional.of(answer.item()) : Optional.<Map<String, AttributeValue>>empty();
      var units = meter.capacity().get(item, isTrue(request.consistentRead()));
      return read("GetItem", units, "", List.of(pk(request.key())), answer);
    });
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return meter.call(function, () -> {
      var answer = meter.store().batchGetItem(request);
      var wanted = request.requestItems().values().iterator().next();
      boolean consistent = isTrue(wanted.consistentRead());
      var found = answer.responses().values().stream().flatMap(List::stream).toList();
      var units = found.stream().map(item -> meter.capacity().get(Optional.of(item), consistent));
      var missing = IntStream.range(found.size(), wanted.keys().size())
          .mapToObj(_ -> meter.capacity().get(Optional.empty(), consistent));
      var sum = Stream.concat(units, missing).reduce(Units.NONE, Units::plus);
      return read("BatchGetItem", sum, "", wanted.keys().stream().map(MeteredDynamoDb::pk).distinct().toList(), answer);
    });
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return meter.call(function, () -> {
      var answer = meter.store().query(request);
      // A count tells no items, but all that it counts has been read.
      var items = answer.hasItems()
          ? answer.items()
          : meter.store().query(request.toBuilder().select((String) null).build()).items();
      int bytes = items.stream().mapToInt(ItemSize::of).sum();
      var units = meter.capacity().page(bytes, isTrue(request.consistentRead()));
      String index = request.indexName() == null ? "" : request.indexName();
      return read("Query", units, index, List.of(Writes.partition(request)), answer);
    });
  }

  private static <T> Outcome<T> read(String operation, Units units, String index, List<String> keys, T answer) {
    var access = new Access(operation, index, keys, false, Set.of(), "NONE");
    return new Answered<>(new Seen(operation, units, List.of(access), List.of()), answer);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return meter.call(function, () -> single(Writes.of(request), () -> meter.store().putItem(request)));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return meter.call(function, () -> single(Writes.of(request), () -> meter.store().updateItem(request)));
  }

  private <T> Outcome<T> single(Writes.Write write, Supplier<T> call) {
    var before = image(write);
    try {
      T answer = call.get();
      var after = image(write);
      var units = meter.capacity().write(before, after, false);
      return new Answered<>(seen(write.action(), units, List.of(write), List.of(new Change(before, after))), answer);
    } catch (ConditionalCheckFailedException e) {
      return new Refused<>(seen(write.action(), meter.capacity().refused(before, false), List.of(write), List.of()), e);
    } catch (RuntimeException e) {
      return new Refused<>(seen(write.action(), Units.NONE, List.of(write), List.of()), e);
    }
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return meter.call(function, () -> {
      var writes = request.transactItems().stream().map(Writes::of).toList();
      var befores = images(writes);
      try {
        var answer = meter.store().transactWriteItems(request);
        var units = Units.NONE;
        var changes = new ArrayList<Change>();
        var afters = images(writes);
        for (int i = 0; i < writes.size(); i++) {
          units = units.plus(meter.capacity().write(befores.get(i), afters.get(i), true));
          changes.add(new Change(befores.get(i), afters.get(i)));
        }
        return new Answered<>(seen("TransactWriteItems", units, writes, changes), answer);
      } catch (TransactionCanceledException e) {
        var units = befores.stream().map(before -> meter.capacity().refused(before, true)).reduce(Units.NONE, Units::plus);
        return new Refused<>(seen("TransactWriteItems", units, writes, List.of()), e);
      } catch (RuntimeException e) {
        return new Refused<>(seen("TransactWriteItems", Units.NONE, writes, List.of()), e);
      }
    });
  }

  private static Seen seen(String operation, Units units, List<Writes.Write> writes, List<Change> changes) {
    return new Seen(operation, units, writes.stream().map(Writes.Write::access).toList(), changes);
  }

  private Optional<Map<String, AttributeValue>> image(Writes.Write write) {
    return images(List.of(write)).getFirst();
  }

  // In one call: on DynamoDB Local the images are most of what a measurement costs.
  private List<Optional<Map<String, AttributeValue>>> images(List<Writes.Write> writes) {
    var table = new Table(meter.store(), writes.getFirst().table());
    var found = Bulk.of(table, writes.stream().map(write -> Key.of(write.key())).toList());
    return writes.stream().map(write -> Optional.ofNullable(found.get(Key.of(write.key())))).toList();
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    throw new AssertionError("a Scan by " + function);
  }

  private static String pk(Map<String, AttributeValue> key) {
    return key.get("pk").s();
  }

  private static boolean isTrue(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {
    // the store is not ours
  }
}
