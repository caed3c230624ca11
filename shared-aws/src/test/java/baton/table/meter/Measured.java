package baton.table.meter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What an operation cost.
public record Measured(List<Call> calls) {

  /// How many calls there were.
  public int count() {
    return calls.size();
  }

  /// The longest chain of calls that each began after another had ended.
  public int depth() {
    var inOrder = calls.stream().sorted(Comparator.comparingInt(Call::began)).toList();
    var depths = new ArrayList<Integer>();
    for (var call : inOrder) {
      int before = 0;
      for (int i = 0; i < depths.size(); i++) {
        before = inOrder.get(i).ended() < call.began() ? Math.max(before, depths.get(i)) : before;
      }
      depths.add(before + 1);
    }
    return depths.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /// All capacity units.
  public Units units() {
    return calls.stream().map(Call::units).reduce(Units.NONE, Units::plus);
  }
}
