package baton.table;

import baton.conversation.Unavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public record Table(DynamoDbClient client, String name) {
  private static final int MOST_KEYS_IN_A_BATCH = 100;
  // A throttled table answers a batch in parts; asking on for ever would only make that worse.
  private static final int MOST_ASKS = 4;

  /// These items as they are now, in one consistent read; what does not exist is absent.
  Map<Key, Map<String, AttributeValue>> read(List<Key> keys) {
    var found = new HashMap<Key, Map<String, AttributeValue>>();
    var distinct = keys.stream().distinct().toList();
    for (int i = 0; i < distinct.size(); i += MOST_KEYS_IN_A_BATCH) {
      read(distinct.subList(i, Math.min(distinct.size(), i + MOST_KEYS_IN_A_BATCH)), found);
    }
    return found;
  }

  private void read(List<Key> keys, Map<Key, Map<String, AttributeValue>> found) {
    var wanted = Map.of(name, KeysAndAttributes.builder()
        .keys(keys.stream().map(Key::attributes).toList())
        .consistentRead(true)
        .build());
    for (int asked = 0; !wanted.isEmpty(); asked++) {
      if (asked == MOST_ASKS) {
        throw new Unavailable("the table does not get round to all of it");
      }
      var request = wanted;
      var answer = client.batchGetItem(batch -> batch.requestItems(request));
      answer.responses().getOrDefault(name, List.of()).forEach(item -> found.put(Key.of(item), item));
      wanted = answer.unprocessedKeys();
    }
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
  List<Map<String, AttributeValue>> newest(String pk, String skPrefix, int most) {
    var expression = new Expression();
    String condition = "%s = %s AND begins_with(%s, %s)".formatted(
        expression.name("pk"), expression.value(pk), expression.name("sk"), expression.value(skPrefix));
    return client.query(query -> query.tableName(name)
            .keyConditionExpression(condition)
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values())
            .scanIndexForward(false)
            .limit(most))
        .items();
  }
}
