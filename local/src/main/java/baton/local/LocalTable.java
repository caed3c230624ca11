package baton.local;

import static baton.local.source.TableEndpoint.request;

import baton.local.source.TableEndpoint;
import baton.local.source.TableEndpoint.Refusal;
import baton.local.template.TableSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;

/// Makes a table of the template in DynamoDB Local, or finds it there from the last time.
record LocalTable(TableEndpoint endpoint, TableSpec spec) {

  void create() throws InterruptedException {
    try {
      endpoint.table("CreateTable", spec.createTable());
    } catch (Refusal e) {
      if (!e.type().equals("ResourceInUseException")) {
        throw e;
      }
      requireSameKeys(endpoint.table("DescribeTable", request().put("TableName", spec.name())).path("Table"));
      return;
    }
    if (spec.expiresBy().isPresent()) {
      var ttl = request().put("TableName", spec.name());
      ttl.putObject("TimeToLiveSpecification").put("AttributeName", spec.expiresBy().get()).put("Enabled", true);
      endpoint.table("UpdateTimeToLive", ttl);
    }
  }

  private void requireSameKeys(JsonNode existing) {
    if (!keys(existing).equals(keys(spec.createTable()))) {
      throw new IllegalStateException(
          "The table %s in the data folder has other keys or indexes than the template: use another folder"
          .formatted(spec.name()));
    }
  }

  private static TreeMap<String, String> keys(JsonNode table) {
    var keys = new TreeMap<String, String>();
    keys.put("", key(table));
    table.path("GlobalSecondaryIndexes").forEach(index -> keys.put(index.path("IndexName").asText(), key(index)));
    return keys;
  }

  private static String key(JsonNode tableOrIndex) {
    var key = new TreeMap<String, String>();
    tableOrIndex.path("KeySchema")
        .forEach(part -> key.put(part.path("KeyType").asText(), part.path("AttributeName").asText()));
    return key.toString();
  }
}
