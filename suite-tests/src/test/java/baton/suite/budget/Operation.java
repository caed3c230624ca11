package baton.suite.budget;

import java.util.List;
import java.util.function.Consumer;

/// An operation that has a budget.
///
/// @param together how many of its calls are meant to begin before one of them ends: first, then, and so on
/// @param given what comes before it
/// @param when the operation itself
/// @param grows whether it costs less where there is less, and nowhere more than its budget: a number that is counted to 99
record Operation(
    String name, Budget budget, List<Integer> together, Consumer<Scene> given, Consumer<Scene> when,
    boolean grows) {

  static Operation of(String name, Budget budget) {
    return new Operation(name, budget, List.of(), _ -> { }, _ -> { }, false);
  }

  Operation together(Integer... widths) {
    return new Operation(name, budget, List.of(widths), given, when, grows);
  }

  Operation given(Consumer<Scene> before) {
    return new Operation(name, budget, together, before, when, grows);
  }

  Operation when(Consumer<Scene> it) {
    return new Operation(name, budget, together, given, it, grows);
  }

  Operation bounded() {
    return new Operation(name, budget, together, given, when, true);
  }
}
