package baton.faults;

import java.util.ArrayList;
import java.util.List;

/// How a batch ended.
///
/// @param whole whether all of it comes again: the invocation failed
/// @param failures the records that come again
record Batch(boolean whole, List<String> failures) {
  static final Batch FAILED = new Batch(true, List.of());

  static Batch answered(String response) {
    var failures = new ArrayList<String>();
    Wire.json(response).path("batchItemFailures")
        .forEach(failure -> failures.add(failure.path("itemIdentifier").asText()));
    return new Batch(false, List.copyOf(failures));
  }

  boolean isDone() {
    return !whole && failures.isEmpty();
  }
}
