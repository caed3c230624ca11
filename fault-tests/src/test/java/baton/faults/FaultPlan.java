package baton.faults;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which calls of a run go wrong, and how.
record FaultPlan(Map<CallSite, Fault> faults) {
  static final FaultPlan NONE = new FaultPlan(Map.of());

  static FaultPlan of(CallSite site, Fault fault) {
    return new FaultPlan(Map.of(site, fault));
  }

  static FaultPlan of(CallSite site, Fault fault, CallSite other, Fault further) {
    return new FaultPlan(Map.of(site, fault, other, further));
  }

  /// What happens at that call.
  Optional<Fault> at(CallSite now) {
    return Optional.ofNullable(faults.get(now)).or(() -> faults.entrySet().stream()
        .filter(entry -> entry.getValue().always())
        .filter(entry -> entry.getKey().operation().equals(now.operation()) && entry.getKey().nth() < now.nth())
        .map(Map.Entry::getValue)
        .findFirst());
  }

  @Override
  public String toString() {
    return new TreeMap<>(faults).entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
