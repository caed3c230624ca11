package baton.suite.budget;

import baton.table.memory.MemoryDynamoDb;
import baton.table.meter.Call;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One run of all operations: what each costs, every call that was made for it, what was asked for outside the table,
/// and the routes that were taken.
record Measurement(Map<Operation, Cost> costs, List<Call> calls, Set<Outside.Asked> asked, Set<String> routes) {

  private static final class Reference {
    static final Measurement MEASUREMENT =
        Operations.in(new MemoryDynamoDb("baton", InstantSource.fixed(Acme.NINE)).asTable(), 5_000);
  }

  /// The one that docs/budgets.md shows: in memory, 5,000 conversations.
  static Measurement reference() {
    return Reference.MEASUREMENT;
  }

  /// Of the operation of that name.
  Cost of(String operation) {
    return costs.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(operation))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operation of that name: " + operation));
  }
}
