package baton.table;

import baton.conversation.Attempts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// The table and how its requests are built; every write has a condition.
///
/// @param name of the table
/// @param asking how often, and after what pauses, what a throttled table left over is asked for again
public record Table(DynamoDbClient client, String name, Attempts asking) {
  private static final int MOST_KEYS_IN_A_BATCH = 100;

  /// A table that leaves nothing over, or is asked again at once.
  public Table(DynamoDbClient client, String name) {
    this(client, name, Attempts.standard(InstantSource.system(), _ -> 0, _ -> { }));
  }

  /// These items as they are now, in one consistent read, or in several at the same time where there are many; what
  /// does not exist is absent.
  Map<Key, Map<String, AttributeValue>> read(List<Key> keys) {
    var distinct = keys.stream().distinct().toList();
    var batches = new ArrayList<Supplier<Map<Key, Map<String, AttributeValue>>>>();
    for (int i = 0; i < distinct.size(); i += MOST_KEYS_IN_A_BATCH) {
      var batch = distinct.subList(i, Math.min(distinct.size(), i + MOST_KEYS_IN_A_BATCH));
      batches.add(() -> batch(batch));
    }
    var found = new HashMap<Key, Map<String, AttributeValue>>();
    Parallel.all(batches).forEach(found::putAll);
    return found;
  }

  // A throttled table answers a batch in parts; asking on for ever, or without a pause, would only make that worse.
  private Map<Key, Map<String, AttributeValue>> batch(List<Key> keys) {
    var found = new HashMap<Key, Map<String, AttributeValue>>();
    var left = new HashMap<String, KeysAndAttributes>();
    left.put(name, KeysAndAttributes.builder()
        .keys(keys.stream().map(Key::attributes).toList())
        .consistentRead(true)
        .build());
    return asking.until(() -> {
      var answer = client.batchGetItem(batch -> batch.requestItems(Map.copyOf(left)));
      answer.responses().getOrDefault(name, List.of()).forEach(item -> found.put(Key.of(item), item));
      left.clear();
      left.putAll(answer.unprocessedKeys());
      return left.isEmpty() ? Optional.of(found) : Optional.empty();
    });
  }

  /// One item as it is now.
  Optional<Map<String, AttributeValue>> read(Key key) {
    var answer = client.getItem(get -> get.tableName(name).key(key.attributes()).consistentRead(true));
    return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
  }

  /// Puts an item, under that condition; a failed one returns the old item.
  void put(Map<String, AttributeValue> item, Expression expression) {
    client.putItem(PutItemRequest.builder()
        .tableName(name)
        .item(item)
        .conditionExpression(expression.condition())
        .expressionAttributeNames(expression.names())
        .expressionAttributeValues(expression.values())
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build());
  }

  /// Updates an item, under that condition; a failed one returns the old item.
  ///
  /// @return the item as it is now
  Map<String, AttributeValue> update(Key key, Expression expression) {
    UpdateItemResponse answer = client.updateItem(UpdateItemRequest.builder()
        .tableName(name)
        .key(key.attributes())
        .updateExpression(expression.update())
        .conditionExpression(expression.condition())
        .expressionAttributeNames(expression.names())
        .expressionAttributeValues(expression.values())
        .returnValues("ALL_NEW")
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build());
    return answer.attributes();
  }

  /// A put as a part of a transaction.
  TransactWriteItem puts(Map<String, AttributeValue> item, Expression expression) {
    return TransactWriteItem.builder()
        .put(Put.builder()
            .tableName(name)
            .item(item)
            .conditionExpression(expression.condition())
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build())
        .build();
  }

  /// A put of a new item as a part of a transaction.
  TransactWriteItem putsNew(Map<String, AttributeValue> item) {
    return puts(item, new Expression().whenAbsent("pk"));
  }

  /// An update as a part of a transaction.
  TransactWriteItem updates(Key key, Expression expression) {
    return TransactWriteItem.builder()
        .update(Update.builder()
            .tableName(name)
            .key(key.attributes())
            .updateExpression(expression.update())
            .conditionExpression(expression.condition())
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build())
        .build();
  }

  /// A deletion as a part of a transaction.
  TransactWriteItem deletes(Key key) {
    return deletes(key, new Expression().whenPresent("pk"));
  }

  /// A deletion as a part of a transaction, under that condition.
  TransactWriteItem deletes(Key key, Expression expression) {
    return TransactWriteItem.builder()
        .delete(Delete.builder()
            .tableName(name)
            .key(key.attributes())
            .conditionExpression(expression.condition())
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values())
            .build())
        .build();
  }

  /// The entries of a list of by-folder, in its order.
  List<Map<String, AttributeValue>> folder(String folder) {
    var expression = new Expression();
    String condition = expression.name("folder") + " = " + expression.value(folder);
    return client.queryPaginator(query -> query.tableName(name)
            .indexName(Keys.BY_FOLDER)
            .keyConditionExpression(condition)
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values()))
        .items().stream().toList();
  }

  /// Whether a list of by-folder has any entry.
  boolean holdsAny(String folder) {
    var expression = new Expression();
    String condition = expression.name("folder") + " = " + expression.value(folder);
    return client.query(query -> query.tableName(name)
            .indexName(Keys.BY_FOLDER)
            .keyConditionExpression(condition)
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values())
            .limit(1))
        .count() > 0;
  }

  /// All items of a partition whose sort key begins so, as they are now.
  List<Map<String, AttributeValue>> family(String pk, String skPrefix) {
    var found = new ArrayList<Map<String, AttributeValue>>();
    var expression = new Expression();
    String condition = "%s = %s AND begins_with(%s, %s)".formatted(
        expression.name("pk"), expression.value(pk), expression.name("sk"), expression.value(skPrefix));
    client.queryPaginator(query -> query.tableName(name)
            .keyConditionExpression(condition)
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values())
            .consistentRead(true))
        .items()
        .forEach(found::add);
    return found;
  }

  /// The last items of a partition whose sort key begins so, newest first.
  ///
  /// @param behind the sort key to go on behind, whether or not an item still stands there
  Range.Found newest(String pk, String skPrefix, Optional<String> behind, int most) {
    var expression = new Expression();
    String condition = "%s = %s AND begins_with(%s, %s)".formatted(
        expression.name("pk"), expression.value(pk), expression.name("sk"), expression.value(skPrefix));
    var answer = client.query(query -> query.tableName(name)
        .keyConditionExpression(condition)
        .expressionAttributeNames(expression.names())
        .expressionAttributeValues(expression.values())
        .exclusiveStartKey(behind.map(sk -> new Key(pk, sk).attributes()).orElse(null))
        .scanIndexForward(false)
        .limit(most));
    return new Range.Found(answer.items(), answer.hasLastEvaluatedKey());
  }
}
