package baton.table.memory;

import baton.table.meter.ItemSize;
import baton.table.meter.TableShape;
import baton.table.meter.TableShape.Index;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The items, in the order of their keys and of each index.
final class Store {
  private static final int LARGEST = 400 * 1024;
  private static final String TABLE = "";

  private final TableShape shape;
  // By the name of the index (none: the table), by partition, by place.
  private final Map<String, Map<String, NavigableMap<Place, Map<String, AttributeValue>>>> partitions = new HashMap<>();

  Store(TableShape shape) {
    this.shape = shape;
    partitions.put(TABLE, new HashMap<>());
    shape.indexes().forEach(index -> partitions.put(index.name(), new HashMap<>()));
  }

  /// The attributes of a key: partition and order.
  record KeyNames(String hash, String range) {}

  KeyNames keyNames(Optional<Index> index) {
    return index.map(one -> new KeyNames(one.hash(), one.range())).orElseGet(() -> new KeyNames("pk", "sk"));
  }

  Optional<Index> index(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(shape.index(name));
  }

  Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    return Optional.ofNullable(partition(TABLE, key.get("pk").s()).get(Place.before(key.get("sk").s())));
  }

  /// The items of a partition, whole ones also where an index holds less of them.
  NavigableMap<Place, Map<String, AttributeValue>> partition(String index, String hash) {
    return partitions.get(index).getOrDefault(hash, new TreeMap<>());
  }

  /// Every item, in no order.
  List<Map<String, AttributeValue>> items() {
    return partitions.get(TABLE).values().stream().flatMap(partition -> partition.values().stream()).toList();
  }

  /// How many items there are.
  int size() {
    return partitions.get(TABLE).values().stream().mapToInt(Map::size).sum();
  }

  void put(Map<String, AttributeValue> values) {
    var item = Map.copyOf(values);
    check(item);
    delete(item);
    insert(TABLE, item.get("pk").s(), Place.before(item.get("sk").s()), item);
    shape.indexes().forEach(index -> index.entry(item).ifPresent(
        entry -> insert(index.name(), entry.get(index.hash()).s(), place(index, entry), item)));
  }

  void delete(Map<String, AttributeValue> key) {
    get(key).ifPresent(old -> {
      remove(TABLE, old.get("pk").s(), Place.before(old.get("sk").s()));
      shape.indexes().forEach(index -> index.entry(old).ifPresent(
          entry -> remove(index.name(), entry.get(index.hash()).s(), place(index, entry))));
    });
  }

  static Place place(Index index, Map<String, AttributeValue> entry) {
    return new Place(entry.get(index.range()).s(), entry.get("pk").s(), entry.get("sk").s());
  }

  /// Whether an item could be written so.
  void check(Map<String, AttributeValue> item) {
    required("pk", item);
    required("sk", item);
    for (var index : shape.indexes()) {
      for (String name : List.of(index.hash(), index.range())) {
        if (item.containsKey(name)) {
          required(name, item);
        }
      }
    }
    if (ItemSize.of(item) > LARGEST) {
      throw Invalid.request("Item size has exceeded the maximum allowed size");
    }
  }

  private static void required(String name, Map<String, AttributeValue> item) {
    var value = item.get(name);
    if (value == null || value.type() != AttributeValue.Type.S || value.s().isEmpty()) {
      throw Invalid.request("One or more parameter values were invalid: the key %s is %s".formatted(name, value));
    }
  }

  private void insert(String index, String hash, Place place, Map<String, AttributeValue> item) {
    partitions.get(index).computeIfAbsent(hash, _ -> new TreeMap<>()).put(place, item);
  }

  private void remove(String index, String hash, Place place) {
    var partition = partitions.get(index).get(hash);
    partition.remove(place);
    if (partition.isEmpty()) {
      partitions.get(index).remove(hash);
    }
  }
}
