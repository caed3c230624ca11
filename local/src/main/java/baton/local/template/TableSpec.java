package baton.local.template;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// A table: what `CreateTable` is told, and the attribute by which items expire.
public record TableSpec(String id, String name, ObjectNode createTable, Optional<String> expiresBy) {

  private static final List<String> TAKEN_OVER =
      List.of("AttributeDefinitions", "KeySchema", "BillingMode", "ProvisionedThroughput", "LocalSecondaryIndexes");

  /// The same by another name.
  public TableSpec called(String other) {
    return new TableSpec(id, other, createTable.deepCopy().put("TableName", other), expiresBy);
  }

  static TableSpec read(String id, Section table, String name) {
    table.ignore("PointInTimeRecoverySpecification", "SSESpecification", "DeletionProtectionEnabled", "Tags",
        "TableClass",
        "WarmThroughput", "OnDemandThroughput", "ContributorInsightsSpecification", "TableName", "ResourcePolicy");
    var create = JsonNodeFactory.instance.objectNode().put("TableName", name);
    TAKEN_OVER.forEach(property -> table.value(property).ifPresent(value -> create.set(property, value)));
    table.value("GlobalSecondaryIndexes").ifPresent(indexes -> {
      indexes.forEach(index -> ((ObjectNode) index).remove(
          List.of("WarmThroughput", "OnDemandThroughput", "ContributorInsightsSpecification")));
      create.set("GlobalSecondaryIndexes", indexes);
    });
    table.value("StreamSpecification").ifPresent(stream ->
        create.set("StreamSpecification", ((ObjectNode) stream).put("StreamEnabled", true)));
    var expiresBy = table.section("TimeToLiveSpecification").whole(ttl ->
        ttl.flag("Enabled") ? ttl.text("AttributeName") : ttl.ignore("AttributeName").text("none"));
    return new TableSpec(id, name, create, expiresBy);
  }
}
