package baton.table;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item on its way into the table or out of it. What is absent is not written: an index key may not be empty.
final class Attributes {
  private final Map<String, AttributeValue> values;

  private Attributes(Map<String, AttributeValue> values) {
    this.values = values;
  }

  /// A new item of that type at that key.
  static Attributes of(Key key, ItemType type) {
    return new Attributes(new LinkedHashMap<>(key.attributes())).put("item", type.word());
  }

  /// An item that was read.
  static Attributes of(Map<String, AttributeValue> item) {
    return new Attributes(item);
  }

  /// What sort of item it is; the stream's filter knows it by this attribute.
  enum ItemType {
    CONVERSATION("conversation"), MESSAGE("message"), REMARK("remark"), EVENT("event"), CONTACT("contact"),
    AGENT("agent"), TEAM("team"), WORKSPACE("workspace"), CHANNEL("channel"), OTHER("other");

    private final String word;

    ItemType(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  Attributes put(String name, String value) {
    if (!value.isEmpty()) {
      values.put(name, AttributeValue.fromS(value));
    }
    return this;
  }

  Attributes put(String name, Optional<?> value) {
    value.ifPresent(present -> put(name, present.toString()));
    return this;
  }

  Attributes put(String name, long value) {
    values.put(name, AttributeValue.fromN(Long.toString(value)));
    return this;
  }

  Attributes put(String name, boolean value) {
    values.put(name, AttributeValue.fromBool(value));
    return this;
  }

  Attributes put(String name, Instant value) {
    return put(name, value.toEpochMilli());
  }

  Attributes putTime(String name, Optional<Instant> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  Attributes put(String name, Collection<?> values) {
    this.values.put(name, AttributeValue.fromL(
        values.stream().map(Object::toString).map(AttributeValue::fromS).toList()));
    return this;
  }

  Attributes put(String name, Map<String, String> map) {
    if (!map.isEmpty()) {
      values.put(name, AttributeValue.fromM(map.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> AttributeValue.fromS(entry.getValue())))));
    }
    return this;
  }

  Attributes putAll(String name, List<Map<String, String>> maps) {
    if (!maps.isEmpty()) {
      values.put(name, AttributeValue.fromL(maps.stream()
          .map(map -> AttributeValue.fromM(map.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> AttributeValue.fromS(entry.getValue())))))
          .toList()));
    }
    return this;
  }

  Map<String, AttributeValue> map() {
    return values;
  }

  Key key() {
    return Key.of(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    var value = values.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  Optional<String> optional(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  long number(String name) {
    var value = values.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }

  boolean flag(String name) {
    var value = values.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  Instant time(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  Optional<Instant> optionalTime(String name) {
    return has(name) ? Optional.of(time(name)) : Optional.empty();
  }

  List<String> texts(String name) {
    var value = values.get(name);
    return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
  }

  Map<String, String> map(String name) {
    var value = values.get(name);
    return value == null ? Map.of() : strings(value);
  }

  List<Map<String, String>> maps(String name) {
    var value = values.get(name);
    return value == null ? List.of() : value.l().stream().map(Attributes::strings).toList();
  }

  private static Map<String, String> strings(AttributeValue value) {
    return value.m().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().s()));
  }
}
