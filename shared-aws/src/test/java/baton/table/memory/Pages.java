package baton.table.memory;

import baton.table.memory.Tokens.Placeholders;
import baton.table.meter.ItemSize;
import baton.table.meter.TableShape.Index;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/// A page of one partition, of the table or of an index.
final class Pages {
  private static final int LARGEST = 1024 * 1024;

  private final Store store;
  private final QueryRequest request;
  private final Optional<Index> index;
  private final Store.KeyNames key;

  private Pages(Store store, QueryRequest request) {
    this.store = store;
    this.request = request;
    this.index = store.index(request.indexName() == null ? "" : request.indexName());
    this.key = store.keyNames(index);
  }

  static QueryResponse of(Store store, QueryRequest request) {
    return new Pages(store, request).page();
  }

  private QueryResponse page() {
    if (index.isPresent() && Boolean.TRUE.equals(request.consistentRead())) {
      throw Invalid.request("Consistent reads are not supported on global secondary indexes");
    }
    var placeholders = new Placeholders(request.expressionAttributeNames(), request.expressionAttributeValues());
    var condition = KeyCondition.of(request.keyConditionExpression(), placeholders, key);
    placeholders.allUsed();
    var range = condition.in(store.partition(index.map(Index::name).orElse(""), condition.hash()));
    var inOrder = rest(Boolean.FALSE.equals(request.scanIndexForward()) ? range.descendingMap() : range);
    var found = new ArrayList<Map<String, AttributeValue>>();
    int bytes = 0;
    boolean more = false;
    for (var item : inOrder.values()) {
      var entry = index.flatMap(one -> one.entry(item)).orElse(item);
      bytes += ItemSize.of(entry);
      found.add(entry);
      more = bytes > LARGEST || request.limit() != null && found.size() == request.limit();
      if (more) {
        break;
      }
    }
    return response(found, more);
  }

  private NavigableMap<Place, Map<String, AttributeValue>> rest(
      NavigableMap<Place, Map<String, AttributeValue>> range) {
    if (!request.hasExclusiveStartKey()) {
      return range;
    }
    var start = request.exclusiveStartKey();
    if (!start.keySet().equals(keyAttributes())) {
      throw Invalid.request("The provided starting key is invalid");
    }
    var last = index.map(one -> Store.place(one, start)).orElseGet(() -> Place.before(start.get("sk").s()));
    if (range.isEmpty() || inOrder(range, last, range.firstKey())) {
      return range;
    }
    return inOrder(range, range.lastKey(), last) ? Collections.emptyNavigableMap() : range.tailMap(last, false);
  }

  private static boolean inOrder(NavigableMap<Place, ?> range, Place one, Place other) {
    var order = range.comparator();
    return (order == null ? one.compareTo(other) : order.compare(one, other)) < 0;
  }

  private Set<String> keyAttributes() {
    return index.isPresent() ? Set.of("pk", "sk", key.hash(), key.range()) : Set.of("pk", "sk");
  }

  private QueryResponse response(List<Map<String, AttributeValue>> found, boolean more) {
    var response = QueryResponse.builder().count(found.size()).scannedCount(found.size());
    if (request.select() != Select.COUNT) {
      response.items(found);
    }
    if (more) {
      var last = new HashMap<>(found.getLast());
      last.keySet().retainAll(keyAttributes());
      response.lastEvaluatedKey(last);
    }
    return response.build();
  }
}
