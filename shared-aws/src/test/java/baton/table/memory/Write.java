package baton.table.memory;

import static baton.table.memory.Supported.only;

import baton.table.memory.Tokens.Placeholders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// One item's write, alone or as a part of a transaction, ready to be tried.
///
/// @param change what the item becomes; none: it is removed
/// @param whole the item, where it is given whole
/// @param tellsOld whether a failed condition returns the item
record Write(
    String tableName,
    Map<String, AttributeValue> key,
    Conditions.Condition condition,
    Change change,
    Optional<Map<String, AttributeValue>> whole,
    boolean tellsOld) {

  /// The item afterwards, by the item before.
  interface Change {
    Optional<Map<String, AttributeValue>> of(Optional<Map<String, AttributeValue>> before);
  }

  static Write of(TransactWriteItem part) {
    only(part, "Put", "Update", "Delete", "ConditionCheck");
    if (part.put() != null) {
      return of(part.put());
    }
    if (part.update() != null) {
      return of(part.update());
    }
    return part.delete() != null ? of(part.delete()) : of(part.conditionCheck());
  }

  static Write of(Put put) {
    only(put, "TableName", "Item", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues",
        "ReturnValuesOnConditionCheckFailure");
    var placeholders = new Placeholders(put.expressionAttributeNames(), put.expressionAttributeValues());
    var write = new Write(
        put.tableName(), key(put.item()), condition(put.conditionExpression(), placeholders),
        _ -> Optional.of(put.item()), Optional.of(put.item()), tellsOld(put.returnValuesOnConditionCheckFailure()));
    placeholders.allUsed();
    return write;
  }

  static Write of(Update update) {
    only(update, "TableName", "Key", "UpdateExpression", "ConditionExpression", "ExpressionAttributeNames",
        "ExpressionAttributeValues", "ReturnValuesOnConditionCheckFailure");
    var placeholders = new Placeholders(update.expressionAttributeNames(), update.expressionAttributeValues());
    var updates = Updates.of(update.updateExpression(), placeholders);
    var write = new Write(
        update.tableName(), keyOnly(update.key()), condition(update.conditionExpression(), placeholders),
        before -> Optional.of(updates.apply(before.orElse(update.key()))), Optional.empty(),
        tellsOld(update.returnValuesOnConditionCheckFailure()));
    placeholders.allUsed();
    return write;
  }

  static Write of(Delete delete) {
    only(delete, "TableName", "Key", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues",
        "ReturnValuesOnConditionCheckFailure");
    var placeholders = new Placeholders(delete.expressionAttributeNames(), delete.expressionAttributeValues());
    var write = new Write(
        delete.tableName(), keyOnly(delete.key()), condition(delete.conditionExpression(), placeholders),
        _ -> Optional.empty(), Optional.empty(), tellsOld(delete.returnValuesOnConditionCheckFailure()));
    placeholders.allUsed();
    return write;
  }

  static Write of(ConditionCheck check) {
    only(check, "TableName", "Key", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues",
        "ReturnValuesOnConditionCheckFailure");
    var placeholders = new Placeholders(check.expressionAttributeNames(), check.expressionAttributeValues());
    var write = new Write(
        check.tableName(), keyOnly(check.key()), condition(check.conditionExpression(), placeholders),
        before -> before, Optional.empty(), tellsOld(check.returnValuesOnConditionCheckFailure()));
    placeholders.allUsed();
    return write;
  }

  private static Conditions.Condition condition(@Nullable String expression, Placeholders placeholders) {
    return expression == null ? _ -> true : Conditions.of(expression, placeholders);
  }

  private static boolean tellsOld(@Nullable ReturnValuesOnConditionCheckFailure asked) {
    return asked == ReturnValuesOnConditionCheckFailure.ALL_OLD;
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    if (!item.containsKey("pk") || !item.containsKey("sk")) {
      throw Invalid.request("One of the required keys was not given a value");
    }
    var key = new HashMap<>(item);
    key.keySet().retainAll(Set.of("pk", "sk"));
    return key;
  }

  static Map<String, AttributeValue> keyOnly(Map<String, AttributeValue> key) {
    if (key.size() != 2 || !key.containsKey("pk") || !key.containsKey("sk")) {
      throw Invalid.request("The provided key element does not match the schema");
    }
    return key;
  }
}
