package baton.table.meter;

import java.util.Map;
import java.util.TreeMap;

/// Capacity units: of writes to the table and to each index, and halves of reads.
///
/// @param indexes by the index's name; only what is not zero
public record Units(int base, Map<String, Integer> indexes, int halfReads) {
  /// None.
  public static final Units NONE = new Units(0, Map.of(), 0);

  static Units written(int base, Map<String, Integer> indexes) {
    var some = new TreeMap<>(indexes);
    some.values().removeIf(units -> units == 0);
    return new Units(base, Map.copyOf(some), 0);
  }

  static Units read(int halves) {
    return new Units(0, Map.of(), halves);
  }

  /// Both.
  public Units plus(Units other) {
    var sum = new TreeMap<>(indexes);
    other.indexes.forEach((index, units) -> sum.merge(index, units, Integer::sum));
    return new Units(base + other.base, Map.copyOf(sum), halfReads + other.halfReads);
  }

  /// Written to that index.
  public int index(String name) {
    return indexes.getOrDefault(name, 0);
  }

  /// Written in all.
  public int writes() {
    return base + indexes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Read in all.
  public double reads() {
    return halfReads / 2.0;
  }
}
