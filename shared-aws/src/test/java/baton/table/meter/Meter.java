package baton.table.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Sees every request to the table and works out what it costs, from the images of the items before and after: one call
/// at a time, so that the images are those of this call. The table may be DynamoDB Local's or in memory.
public final class Meter {
  // Only a call that never comes waits so long; then the depth tells.
  private static final int PATIENCE_SECONDS = 20;

  private final DynamoDbClient store;
  private final Capacity capacity;
  private final List<Call> calls = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<CountDownLatch> turns = new ArrayList<>();
  private int ticks;
  private int begun;

  /// Of the table behind that client.
  public Meter(DynamoDbClient store, TableShape shape) {
    this.store = store;
    this.capacity = new Capacity(shape);
  }

  /// An item that was written, as the table's stream tells it.
  public record Change(Optional<Map<String, AttributeValue>> before, Optional<Map<String, AttributeValue>> after) {}

  /// The table's client as that function has it.
  public DynamoDbClient as(String function) {
    return new MeteredDynamoDb(this, function);
  }

  /// What that costs.
  ///
  /// @param together how many calls are meant to begin before one of them ends: first, then, and so on. They wait for
  ///     each other, so that the order of threads cannot make them look like a chain.
  public synchronized Measured measure(List<Integer> together, Runnable operation) {
    start(together);
    operation.run();
    return new Measured(List.copyOf(calls));
  }

  private void start(List<Integer> together) {
    synchronized (calls) {
      calls.clear();
      changes.clear();
      turns.clear();
      begun = 0;
      ticks = 0;
      together.forEach(width -> {
        var turn = new CountDownLatch(width);
        IntStream.range(0, width).forEach(_ -> turns.add(turn));
      });
    }
  }

  /// What the last operation wrote, in order.
  public List<Change> changes() {
    synchronized (calls) {
      return List.copyOf(changes);
    }
  }

  Capacity capacity() {
    return capacity;
  }

  DynamoDbClient store() {
    return store;
  }

  /// What a call was found to be, once it has been made.
  record Seen(String operation, Units units, List<Call.Access> accesses, List<Change> changes) {}

  /// What became of a call.
  interface Outcome<T> {
    Seen seen();

    /// The answer, or the failure that the caller gets.
    T answer();
  }

  <T> T call(String function, Supplier<Outcome<T>> made) {
    int began = begin();
    Outcome<T> outcome;
    synchronized (calls) {
      outcome = made.get();
      var seen = outcome.seen();
      calls.add(new Call(function, seen.operation(), began, ticks++, seen.units(), seen.accesses()));
      changes.addAll(seen.changes());
    }
    return outcome.answer();
  }

  private int begin() {
    CountDownLatch turn;
    int tick;
    synchronized (calls) {
      turn = begun < turns.size() ? turns.get(begun) : new CountDownLatch(0);
      begun++;
      tick = ticks++;
    }
    turn.countDown();
    try {
      turn.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return tick;
  }
}
