package baton.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/// A stretch of one partition, in its order: one call. It has no filter, so what it costs is what it shows.
///
/// @param consistent as it is now; an index can only say how it was a moment ago
record Range(Listing listing, String partition, From from, boolean newestFirst, boolean consistent, int most) {

  /// Where to begin, in the direction of reading.
  sealed interface From {
    /// With the first.
    record Beginning() implements From {}

    /// Behind an item, whether or not it still stands there.
    record Behind(String sort, Key key) implements From {}

    /// With the first of that sort key.
    record At(String sort) implements From {}

    /// With the first beyond that sort key.
    record Beyond(String sort) implements From {}
  }

  /// What was found.
  ///
  /// @param more whether there may be more behind it
  record Found(List<Map<String, AttributeValue>> items, boolean more) {
    /// Of one more than were wanted.
    Found first(int wanted) {
      return items.size() > wanted ? new Found(items.subList(0, wanted), true) : this;
    }
  }

  /// The items.
  Found read(Table table) {
    var answer = table.client().query(request(table).build());
    return new Found(new ArrayList<>(answer.items()), answer.hasLastEvaluatedKey());
  }

  /// How many there are, counted no further than `most`.
  int count(Table table) {
    return table.client().query(request(table).select(Select.COUNT).build()).count();
  }

  private QueryRequest.Builder request(Table table) {
    var expression = new Expression();
    String condition = expression.name(listing.partition()) + " = " + expression.value(partition);
    condition += switch (from) {
      case From.Beginning _, From.Behind _ -> "";
      case From.At(var sort) -> compare(expression, newestFirst ? "<=" : ">=", sort);
      case From.Beyond(var sort) -> compare(expression, newestFirst ? "<" : ">", sort);
    };
    var request = QueryRequest.builder()
        .tableName(table.name())
        .indexName(listing.index())
        .keyConditionExpression(condition)
        .expressionAttributeNames(expression.names())
        .expressionAttributeValues(expression.values())
        .scanIndexForward(!newestFirst)
        .consistentRead(consistent)
        .limit(most);
    return from instanceof From.Behind(var sort, var key) ? request.exclusiveStartKey(position(sort, key)) : request;
  }

  private String compare(Expression expression, String operator, String sort) {
    return " AND %s %s %s".formatted(expression.name(listing.sort()), operator, expression.value(sort));
  }

  private Map<String, AttributeValue> position(String sort, Key key) {
    var position = new HashMap<>(key.attributes());
    position.put(listing.partition(), AttributeValue.fromS(partition));
    position.put(listing.sort(), AttributeValue.fromS(sort));
    return position;
  }
}
