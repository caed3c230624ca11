package baton.table.meter;

import baton.table.meter.Call.Access;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// The forms of a write, brought to one.
final class Writes {
  private Writes() {}

  /// One item's write. Without a condition it is a fault: the same write may come twice, or too late.
  record Write(
      String action, String table, Map<String, AttributeValue> key, boolean inTransaction, Set<String> attributes,
      String returned) {
    Access access() {
      return new Access(action, "", List.of(key.get("pk").s()), inTransaction, attributes, returned);
    }
  }

  static Write of(PutItemRequest put) {
    var attributes = both(put.item().keySet(), put.expressionAttributeNames().values());
    return write("PutItem", put.tableName(), put.item(), put.conditionExpression(), attributes, "NONE", false);
  }

  static Write of(UpdateItemRequest update) {
    var attributes = both(update.key().keySet(), update.expressionAttributeNames().values());
    String returned = update.returnValuesAsString() == null ? "NONE" : update.returnValuesAsString();
    return write(
        "UpdateItem", update.tableName(), update.key(), update.conditionExpression(), attributes, returned, false);
  }

  static Write of(TransactWriteItem part) {
    if (part.put() != null) {
      var put = part.put();
      var attributes = both(put.item().keySet(), put.expressionAttributeNames().values());
      return write("PutItem", put.tableName(), put.item(), put.conditionExpression(), attributes, "NONE", true);
    }
    if (part.update() != null) {
      var update = part.update();
      var attributes = both(update.key().keySet(), update.expressionAttributeNames().values());
      return write(
          "UpdateItem", update.tableName(), update.key(), update.conditionExpression(), attributes, "NONE", true);
    }
    if (part.delete() != null) {
      var delete = part.delete();
      var attributes = both(delete.key().keySet(), delete.expressionAttributeNames().values());
      return write(
          "DeleteItem", delete.tableName(), delete.key(), delete.conditionExpression(), attributes, "NONE", true);
    }
    var check = part.conditionCheck();
    var attributes = both(check.key().keySet(), check.expressionAttributeNames().values());
    return write(
        "ConditionCheckItem", check.tableName(), check.key(), check.conditionExpression(), attributes, "NONE", true);
  }

  private static Write write(
      String action, String table, Map<String, AttributeValue> item, @Nullable String condition,
      Set<String> attributes, String returned, boolean inTransaction) {
    if (condition == null || condition.isBlank()) {
      throw new AssertionError("a write without a condition: %s of %s".formatted(action, item));
    }
    var key = Map.of("pk", item.get("pk"), "sk", item.get("sk"));
    return new Write(action, table, key, inTransaction, attributes, returned);
  }

  private static Set<String> both(Collection<String> some, Collection<String> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return Set.copyOf(all);
  }

  /// The partition that a query reads: a key condition begins with it.
  static String partition(QueryRequest query) {
    String[] words = query.keyConditionExpression().split("\\s+", 4);
    return query.expressionAttributeValues().get(words[2]).s();
  }
}
