package baton.suite.budget;

import static org.assertj.core.api.Assertions.assertThat;

import baton.table.LocalTable;
import baton.table.Table;
import baton.table.memory.MemoryDynamoDb;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The same operation costs the same however much there is.
class BudgetsInAnyTableTest {

  @Test
  void of_a_hundred_conversations_on_dynamodb_local() {
    costsTheSame(LocalTable.fresh(), 100);
  }

  @Test
  void of_five_thousand_conversations_on_dynamodb_local() {
    costsTheSame(LocalTable.fresh(), 5_000);
  }

  @Test
  void of_a_hundred_thousand_conversations_in_memory() {
    costsTheSame(inMemory(), 100_000);
  }

  private static void costsTheSame(Table table, int conversations) {
    var here = Operations.in(table, conversations).costs();
    var different = new LinkedHashMap<String, String>();
    Measurement.reference().costs().forEach((operation, cost) -> {
      var found = here.get(operation);
      boolean holds = operation.grows() ? operation.budget().exceededBy(found).isEmpty() : found.equals(cost);
      if (!holds) {
        different.put(operation.name(), "%s instead of %s".formatted(found, cost));
      }
    });
    assertThat(different).isEmpty();
  }

  @Test
  void threads_of_ten_and_of_ten_thousand_messages() {
    assertThat(inThreadsOf(10_000)).isEqualTo(inThreadsOf(10));
  }

  private static Map<String, Cost> inThreadsOf(int messages) {
    var table = inMemory();
    Acme.in(table);
    var costs = new LinkedHashMap<String, Cost>();
    try (var bench = new Bench(table)) {
      for (var name : List.of("incoming, mine, new minute", "incoming, late", "claim", "close, assigned",
          "reply, mine, new minute", "mark read", "reopened → queue", "one conversation, the newest 10")) {
        var operation = named(name);
        costs.put(name, bench.measure(
            operation.given(operation.given().andThen(scene -> scene.hasSaid(messages)))));
      }
    }
    return costs;
  }

  private static Operation named(String name) {
    return Operations.GROUPS.stream().flatMap(group -> group.operations().stream())
        .filter(operation -> operation.name().equals(name))
        .findFirst().orElseThrow(() -> new IllegalArgumentException(name));
  }

  private static Table inMemory() {
    return new MemoryDynamoDb("baton", InstantSource.fixed(Acme.NINE)).asTable();
  }
}
