package baton.table;

import baton.table.memory.MemoryDynamoDb;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Many items at once, past all commands and conditions: how tests fill a table, and read it whole.
public final class Bulk {
  private static final int MOST_IN_A_BATCH = 25;

  private Bulk() {}

  /// Every item of the table, by its key.
  public static Map<Key, Map<String, AttributeValue>> items(Table table) {
    var found = new HashMap<Key, Map<String, AttributeValue>>();
    if (table.client() instanceof MemoryDynamoDb memory) {
      memory.items().forEach(item -> found.put(Key.of(item), item));
    } else {
      table.client().scanPaginator(scan -> scan.tableName(table.name()).consistentRead(true)).items()
          .forEach(item -> found.put(Key.of(item), item));
    }
    return found;
  }

  /// Those items as they are now; what does not exist is absent.
  public static Map<Key, Map<String, AttributeValue>> of(Table table, List<Key> keys) {
    return table.read(keys);
  }

  /// Puts these items, over whatever is there.
  public static void put(Table table, Collection<Map<String, AttributeValue>> items) {
    if (table.client() instanceof MemoryDynamoDb memory) {
      items.forEach(memory::fill);
    } else {
      write(table, items, item -> WriteRequest.builder().putRequest(put -> put.item(item)).build());
    }
  }

  /// Takes these items away.
  public static void delete(Table table, Collection<Key> keys) {
    if (table.client() instanceof MemoryDynamoDb memory) {
      keys.stream().map(Key::attributes).forEach(memory::remove);
    } else {
      write(table, keys, key -> WriteRequest.builder().deleteRequest(delete -> delete.key(key.attributes())).build());
    }
  }

  private static <T> void write(Table table, Collection<T> all, Function<T, WriteRequest> request) {
    var requests = all.stream().map(request).toList();
    for (int from = 0; from < requests.size(); from += MOST_IN_A_BATCH) {
      var left = Map.of(table.name(), requests.subList(from, Math.min(requests.size(), from + MOST_IN_A_BATCH)));
      while (!left.isEmpty()) {
        Map<String, List<WriteRequest>> some = left;
        left = table.client().batchWriteItem(batch -> batch.requestItems(some)).unprocessedItems();
      }
    }
  }
}
