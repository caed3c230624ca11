package baton.batch;

import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/// The records of a batch that failed: only they come again.
public final class Failures {
  private final Set<String> ids = new LinkedHashSet<>();

  /// One more.
  public void add(String id) {
    ids.add(id);
  }

  /// The partial batch response.
  public ObjectNode response() {
    var response = Json.MAPPER.createObjectNode();
    var list = response.putArray("batchItemFailures");
    ids.forEach(id -> list.addObject().put("itemIdentifier", id));
    return response;
  }
}
