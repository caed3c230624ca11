package baton.suite.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an operation may cost at most.
///
/// @param base write units of the table; likewise of each index
/// @param later write units of publishing and sending afterwards
/// @param reason why this differs from the plan (data-model.md 3); none where it does not
record Budget(
    int calls, int depth, int base, int byFolder, int byTime, int byDue, double reads, int later,
    Optional<String> reason) {

  static Budget calls(int calls, int depth) {
    return new Budget(calls, depth, 0, 0, 0, 0, 0, 0, Optional.empty());
  }

  Budget writes(int base, int folder, int time, int due) {
    return new Budget(calls, depth, base, folder, time, due, reads, later, reason);
  }

  Budget reads(double units) {
    return new Budget(calls, depth, base, byFolder, byTime, byDue, units, later, reason);
  }

  Budget later(int units) {
    return new Budget(calls, depth, base, byFolder, byTime, byDue, reads, units, reason);
  }

  /// It differs from the plan, because of that.
  Budget because(String why) {
    return new Budget(calls, depth, base, byFolder, byTime, byDue, reads, later, Optional.of(why));
  }

  int writes() {
    return base + byFolder + byTime + byDue;
  }

  /// In what the cost exceeds it.
  List<String> exceededBy(Cost cost) {
    var faults = new ArrayList<String>();
    check(faults, "calls", cost.calls(), calls);
    check(faults, "depth", cost.depth(), depth);
    check(faults, "write units of the table", cost.units().base(), base);
    check(faults, "write units of by-folder", cost.byFolder(), byFolder);
    check(faults, "write units of by-time", cost.byTime(), byTime);
    check(faults, "write units of by-due", cost.byDue(), byDue);
    check(faults, "read units", cost.units().reads(), reads);
    check(faults, "write units afterwards", cost.later().writes(), later);
    return faults;
  }

  private static void check(List<String> faults, String what, double measured, double allowed) {
    if (measured > allowed) {
      faults.add("%s: %s, allowed are %s".formatted(what, measured, allowed));
    }
  }
}
