package baton.table.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Requests of every form that Baton sends, and some that are wrong, over few enough keys that they meet.
final class RandomRequests {
  private static final List<String> PARTITIONS = List.of("WS#a#CONV#1", "WS#a#CONV#2", "WS#a");
  // In the order of UTF-8 the last but one is greatest: a character beyond the first plane.
  private static final List<String> SORTS = List.of("#", "AT#1", "AT#2", "AT#20", "~head", "\uD83D\uDE00", "\uFF5E");

  private final Random random;
  private final String table;
  private final Map<String, TransactWriteItemsRequest> sent = new HashMap<>();
  private Map<String, AttributeValue> lastKey = Map.of();
  private int count;

  RandomRequests(long seed, String table) {
    this.random = new Random(seed);
    this.table = table;
  }

  /// A page ended there; a later query may begin there.
  void ended(Map<String, AttributeValue> key) {
    lastKey = key;
  }

  DynamoDbRequest next() {
    count++;
    return switch (random.nextInt(12)) {
      case 0 -> GetItemRequest.builder().tableName(table).key(key()).consistentRead(true).build();
      case 1 -> batchGet();
      case 2, 3 -> put();
      case 4, 5, 6 -> update();
      case 7, 8 -> query();
      default -> transaction();
    };
  }

  private Map<String, AttributeValue> key() {
    return Map.of("pk", text(any(PARTITIONS)), "sk", text(any(SORTS)));
  }

  private DynamoDbRequest batchGet() {
    var keys = Stream.generate(this::key).limit(1 + random.nextInt(5)).toList();
    return BatchGetItemRequest.builder()
        .requestItems(Map.of(table, KeysAndAttributes.builder()
            .keys(random.nextInt(20) == 0 ? keys : List.copyOf(new HashSet<>(keys))).consistentRead(true).build()))
        .build();
  }

  private Map<String, AttributeValue> item() {
    var item = new HashMap<>(key());
    if (random.nextBoolean()) {
      item.put("folder", text(any(List.of("f", "g"))));
      // Its own key behind it: the order of equal index keys is not defined.
      item.put("folderSort", text(random.nextInt(4) + item.get("pk").s() + item.get("sk").s()));
    }
    if (random.nextBoolean()) {
      item.put("due", text("d"));
      item.put("dueAt", random.nextInt(30) == 0 ? text("") : text(random.nextInt(4) + item.get("sk").s() + item.get("pk").s()));
    }
    if (random.nextBoolean()) {
      item.put("preview", text(any(List.of("", "short", "x".repeat(9)))));
    }
    if (random.nextBoolean()) {
      item.put("version", number(random.nextInt(5)));
    }
    if (random.nextInt(4) == 0) {
      item.put("listed", AttributeValue.fromL(List.of(text("a"), AttributeValue.fromM(Map.of("k", text("v"))))));
    }
    if (random.nextInt(4) == 0) {
      item.put("unread", AttributeValue.fromBool(random.nextBoolean()));
    }
    return item;
  }

  /// The expressions of one write, with their placeholders.
  private final class Parts {
    final Map<String, String> names = new HashMap<>();
    final Map<String, AttributeValue> values = new HashMap<>();

    String name(String name) {
      names.put("#" + name, name);
      return "#" + name;
    }

    String value(AttributeValue value) {
      values.put(":v" + values.size(), value);
      return ":v" + (values.size() - 1);
    }

    String condition() {
      return switch (random.nextInt(4)) {
        case 0 -> one() + " AND " + one();
        case 1 -> "(" + one() + " OR " + one() + ") AND " + one();
        case 2 -> one() + " OR " + one() + " AND NOT " + one();
        default -> one();
      };
    }

    private String one() {
      return switch (random.nextInt(8)) {
        case 0 -> "attribute_exists(%s)".formatted(name(any(List.of("pk", "version", "due"))));
        case 1, 2 -> "attribute_not_exists(%s)".formatted(name(any(List.of("pk", "version", "due"))));
        case 3 -> "%s %s %s".formatted(name("version"), sign(), value(number(random.nextInt(5))));
        case 4 -> "%s %s %s".formatted(name("preview"), sign(), value(text(any(List.of("", "short", "z")))));
        case 5 -> "%s IN (%s, %s)".formatted(name("version"), value(number(1)), value(number(2)));
        case 6 -> "begins_with(%s, %s)".formatted(name("preview"), value(text("sh")));
        default -> "%s < %s".formatted(name("version"), value(text("a text")));
      };
    }

    private String sign() {
      return any(List.of("=", "<>", "<", "<=", ">", ">="));
    }

    String update() {
      var sets = new ArrayList<String>();
      sets.add("%s = %s".formatted(name("preview"), value(text(any(List.of("short", "new", "y".repeat(5)))))));
      if (random.nextBoolean()) {
        sets.add("%s = if_not_exists(%s, %s)".formatted(name("state"), name("preview"), value(text("none"))));
      }
      if (random.nextInt(3) == 0) {
        sets.add("%s = %s + %s".formatted(name("version"), name("version"), value(number(random.nextInt(3) - 1))));
      }
      if (random.nextInt(30) == 0) {
        sets.add("%s = %s".formatted(name("preview"), value(text("twice"))));
      }
      String removes = random.nextBoolean() ? "" : " REMOVE %s, %s".formatted(name("due"), name("dueAt"));
      return "SET " + String.join(", ", sets) + removes;
    }
  }

  private DynamoDbRequest put() {
    var parts = new Parts();
    var put = PutItemRequest.builder().tableName(table).item(item())
        .returnValuesOnConditionCheckFailure(old())
        .conditionExpression(parts.condition());
    if (random.nextInt(40) == 0) {
      parts.value(text("unused"));
    }
    return put.expressionAttributeNames(parts.names)
        .expressionAttributeValues(parts.values.isEmpty() ? null : parts.values)
        .build();
  }

  private DynamoDbRequest update() {
    var parts = new Parts();
    return UpdateItemRequest.builder().tableName(table).key(key())
        .updateExpression(parts.update())
        .conditionExpression(parts.condition())
        .expressionAttributeNames(parts.names).expressionAttributeValues(parts.values)
        .returnValues(random.nextBoolean() ? ReturnValue.ALL_NEW : ReturnValue.NONE)
        .returnValuesOnConditionCheckFailure(old())
        .build();
  }

  private DynamoDbRequest transaction() {
    if (!sent.isEmpty() && random.nextInt(8) == 0) {
      var again = any(List.copyOf(sent.values()));
      return random.nextInt(4) == 0 ? again.toBuilder().transactItems(part(item())).build() : again;
    }
    var items = Stream.generate(this::item).limit(1 + random.nextInt(5)).toList();
    var distinct = new HashMap<Object, Map<String, AttributeValue>>();
    items.forEach(item -> distinct.put(List.of(item.get("pk"), item.get("sk")), item));
    var request = TransactWriteItemsRequest.builder()
        .transactItems(distinct.values().stream().map(this::part).toList())
        .clientRequestToken("token-" + count)
        .build();
    sent.put("last" + random.nextInt(3), request);
    return request;
  }

  private TransactWriteItem part(Map<String, AttributeValue> item) {
    var key = Map.of("pk", item.get("pk"), "sk", item.get("sk"));
    var parts = new Parts();
    var values = parts.values;
    String condition = random.nextInt(3) == 0 ? parts.condition() : "attribute_not_exists(listed)";
    return switch (random.nextInt(6)) {
      case 0 -> TransactWriteItem.builder().delete(Delete.builder().tableName(table).key(key)
          .conditionExpression(condition).expressionAttributeNames(orNull(parts.names))
          .expressionAttributeValues(orNull(values)).build()).build();
      case 1 -> TransactWriteItem.builder().conditionCheck(ConditionCheck.builder().tableName(table).key(key)
          .conditionExpression(condition).expressionAttributeNames(orNull(parts.names))
          .expressionAttributeValues(orNull(values)).returnValuesOnConditionCheckFailure(old()).build()).build();
      case 2, 3 -> TransactWriteItem.builder().update(Update.builder().tableName(table).key(key)
          .updateExpression(parts.update()).conditionExpression(condition).expressionAttributeNames(parts.names)
          .expressionAttributeValues(values).returnValuesOnConditionCheckFailure(old()).build()).build();
      default -> TransactWriteItem.builder().put(Put.builder().tableName(table).item(item)
          .conditionExpression(condition).expressionAttributeNames(orNull(parts.names))
          .expressionAttributeValues(orNull(values)).returnValuesOnConditionCheckFailure(old()).build()).build();
    };
  }

  private DynamoDbRequest query() {
    boolean inIndex = random.nextBoolean();
    boolean byDue = random.nextInt(4) == 0;
    String hash = !inIndex ? "pk" : byDue ? "due" : "folder";
    String range = !inIndex ? "sk" : byDue ? "dueAt" : "folderSort";
    var parts = new Parts();
    String partition = !inIndex ? any(PARTITIONS) : byDue ? "d" : any(List.of("f", "g"));
    String condition = parts.name(hash) + " = " + parts.value(text(partition)) + sort(parts, range);
    var query = QueryRequest.builder().tableName(table).indexName(!inIndex ? null : byDue ? "by-due" : "by-folder")
        .keyConditionExpression(condition)
        .expressionAttributeNames(parts.names).expressionAttributeValues(parts.values)
        .scanIndexForward(random.nextBoolean())
        .limit(random.nextBoolean() ? null : 1 + random.nextInt(4))
        .consistentRead(!inIndex || random.nextInt(20) == 0 ? true : null)
        .select(random.nextInt(5) == 0 ? Select.COUNT : null);
    boolean fits = lastKey.containsKey(hash) && lastKey.get(hash).s().equals(partition)
        && lastKey.size() == (inIndex ? 4 : 2);
    if (fits && condition.endsWith(":v0")) {
      query.exclusiveStartKey(lastKey);
    }
    return query.build();
  }

  private String sort(Parts parts, String range) {
    var bounds = Stream.generate(() -> any(SORTS)).limit(2).sorted(Place::compare).toList();
    return switch (random.nextInt(6)) {
      case 0 -> " AND begins_with(%s, %s)".formatted(parts.name(range), parts.value(text(any(List.of("AT#", "1", "2")))));
      case 1 -> " AND %s %s %s".formatted(
          parts.name(range), any(List.of("<", "<=", ">", ">=", "=")), parts.value(text(bounds.getFirst())));
      case 2 -> " AND %s BETWEEN %s AND %s".formatted(
          parts.name(range), parts.value(text(bounds.getFirst())), parts.value(text(bounds.getLast())));
      default -> "";
    };
  }

  private ReturnValuesOnConditionCheckFailure old() {
    return random.nextInt(4) == 0
        ? ReturnValuesOnConditionCheckFailure.NONE : ReturnValuesOnConditionCheckFailure.ALL_OLD;
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static <K, V> @Nullable Map<K, V> orNull(Map<K, V> map) {
    return map.isEmpty() ? null : map;
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
