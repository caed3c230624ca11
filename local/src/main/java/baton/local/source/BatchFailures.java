package baton.local.source;

import baton.local.function.Invocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which items of a batch a function could not do, as `ReportBatchItemFailures` has it: a failure of the function, or
/// an answer that names what was not in the batch, means all of them.
final class BatchFailures {

  private static final ObjectMapper JSON = new ObjectMapper();

  private BatchFailures() {}

  static Set<String> of(Invocation invocation, List<String> ids, boolean partial) {
    if (invocation.failed()) {
      return Set.copyOf(ids);
    }
    return partial ? reported(invocation, ids) : Set.of();
  }

  private static Set<String> reported(Invocation invocation, List<String> ids) {
    JsonNode answer;
    try {
      answer = JSON.readTree(invocation.payload());
    } catch (IOException _) {
      return Set.copyOf(ids);
    }
    var failed = new HashSet<String>();
    for (var item : answer.path("batchItemFailures")) {
      var id = item.path("itemIdentifier");
      if (!id.isTextual() || !ids.contains(id.asText())) {
        return Set.copyOf(ids);
      }
      failed.add(id.asText());
    }
    return failed;
  }
}
