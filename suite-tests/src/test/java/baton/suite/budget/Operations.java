package baton.suite.budget;

import baton.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All operations that have a budget, by who or what does them.
final class Operations {

  /// Operations under one title.
  record Group(String title, List<Operation> operations) {}

  /// In the order of docs/budgets.md.
  static final List<Group> GROUPS = List.of(
      new Group("Customers and providers", TrafficOperations.ALL),
      new Group("Agents and conversations", MoveOperations.CONVERSATIONS),
      new Group("Agents and contacts", MoveOperations.CONTACTS),
      new Group("What agents look at", LookOperations.ALL),
      new Group("What happens by itself", BackgroundOperations.ALL),
      new Group("The clean-up", BackgroundOperations.SWEEPS),
      new Group("Setting up", SetupOperations.ALL));

  private Operations() {}

  /// What each costs at that bench.
  static Map<Operation, Cost> measure(Bench bench) {
    var costs = new LinkedHashMap<Operation, Cost>();
    // First, before anything else falls due.
    BackgroundOperations.SWEEPS.forEach(operation -> costs.put(operation, bench.measure(operation)));
    GROUPS.stream().flatMap(group -> group.operations().stream())
        .filter(operation -> !costs.containsKey(operation))
        .forEach(operation -> costs.put(operation, bench.measure(operation)));
    return costs;
  }

  /// What each costs in Acme upon an empty table, after so many conversations have been put into it.
  static Measurement in(Table table, int conversations) {
    Acme.in(table);
    Conversations.fill(table, conversations);
    try (var bench = new Bench(table)) {
      return new Measurement(measure(bench), bench.recorded(), bench.asked(), bench.routes());
    }
  }
}
