package baton.ingestmessage;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// Why something of a body was quarantined: each reason once, whoever finds it first.
final class Reasons {
  private final Set<String> reasons = new ConcurrentSkipListSet<>();

  void add(String reason) {
    reasons.add(reason);
  }

  boolean isEmpty() {
    return reasons.isEmpty();
  }

  @Override
  public String toString() {
    return String.join("; ", reasons);
  }
}
