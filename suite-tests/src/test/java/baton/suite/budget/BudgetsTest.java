package baton.suite.budget;

import static org.assertj.core.api.Assertions.assertThat;

import baton.table.Table;
import baton.table.memory.MemoryDynamoDb;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetsTest {
  @Test
  void look() {
    var table = MemoryDynamoDb.table();
    Acme.in(table);
    Conversations.fill(table, 5000);
    try (var bench = new Bench(table)) {
      for (var group : List.of(BackgroundOperations.SWEEPS, TrafficOperations.ALL, MoveOperations.CONVERSATIONS, MoveOperations.CONTACTS, LookOperations.ALL, BackgroundOperations.ALL, SetupOperations.ALL)) for (var operation : group) {
        try {
          var cost = bench.measure(operation);
          System.err.printf("%-50s calls %d depth %d  w %d (%d+%d/%d/%d) r %s later %d+r%s notices %d r%s   %s%n", operation.name(), cost.calls(), cost.depth(), cost.units().writes(), cost.units().base(), cost.byFolder(), cost.byTime(), cost.byDue(), cost.units().reads(), cost.later().writes(), cost.later().reads(), cost.notices().writes(), cost.notices().reads(), operation.budget().exceededBy(cost));
        } catch (Throwable e) {
          System.err.println(operation.name() + " FAILED " + e);
        }
      }
    }
  }
}
