package baton.local;

import static baton.local.source.TableEndpoint.request;

import baton.local.source.TableEndpoint;
import baton.local.source.TableEndpoint.Refusal;
import baton.local.template.TableSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes a table of the template in DynamoDB Local, or finds it there from the last time.
record LocalTable(TableEndpoint endpoint, TableSpec spec) {

  void create() throws InterruptedException {
    try {
      endpoint.table("CreateTable", spec.createTable());
    } catch (Refusal e) {
      if (!e.type().equals("ResourceInUseException")) {
        throw e;
      }
      requireSameIndexes(endpoint.table("DescribeTable", request().put("TableName", spec.name())).path("Table"));
      return;
    }
    if (spec.expiresBy().isPresent()) {
      var ttl = request().put("TableName", spec.name());
      ttl.putObject("TimeToLiveSpecification").put("AttributeName", spec.expiresBy().get()).put("Enabled", true);
      endpoint.table("UpdateTimeToLive", ttl);
    }
  }

  private void requireSameIndexes(JsonNode existing) {
    if (!indexes(existing).equals(indexes(spec.createTable()))) {
      throw new IllegalStateException(
          "The table %s in the data folder has other keys or indexes than the template: use another folder"
          .formatted(spec.name()));
    }
  }

  private static TreeMap<String, String> indexes(JsonNode table) {
    var indexes = new TreeMap<String, String>();
    indexes.put("", shape(table));
    table.path("GlobalSecondaryIndexes").forEach(index -> indexes.put(index.path("IndexName").asText(), shape(index)));
    return indexes;
  }

  private static String shape(JsonNode tableOrIndex) {
    var key = new TreeMap<String, String>();
    tableOrIndex.path("KeySchema")
        .forEach(part -> key.put(part.path("KeyType").asText(), part.path("AttributeName").asText()));
    var projection = tableOrIndex.path("Projection");
    var attributes = new TreeSet<String>();
    projection.path("NonKeyAttributes").forEach(name -> attributes.add(name.asText()));
    return key + projection.path("ProjectionType").asText() + attributes;
  }
}
