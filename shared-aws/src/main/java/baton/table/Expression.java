package baton.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The placeholders of one request: no attribute's name or value is ever spelled into an expression.
final class Expression {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  /// The placeholder of an attribute.
  String name(String attribute) {
    names.put("#" + attribute, attribute);
    return "#" + attribute;
  }

  /// The placeholder of a value.
  String value(AttributeValue value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }

  String value(String text) {
    return value(AttributeValue.fromS(text));
  }

  String value(long number) {
    return value(AttributeValue.fromN(Long.toString(number)));
  }

  /// Sets an attribute.
  Expression set(String attribute, AttributeValue to) {
    sets.add(name(attribute) + " = " + value(to));
    return this;
  }

  Expression set(String attribute, String to) {
    return set(attribute, AttributeValue.fromS(to));
  }

  Expression set(String attribute, long to) {
    return set(attribute, AttributeValue.fromN(Long.toString(to)));
  }

  Expression set(String attribute, boolean to) {
    return set(attribute, AttributeValue.fromBool(to));
  }

  /// Sets an attribute to another one, or to a value where there is no other.
  Expression setFromOr(String attribute, String other, AttributeValue otherwise) {
    sets.add("%s = if_not_exists(%s, %s)".formatted(name(attribute), name(other), value(otherwise)));
    return this;
  }

  /// Adds to a number. Only ever inside a transaction: a bare one counts twice when its answer is lost.
  Expression addInTransaction(String attribute, long delta) {
    sets.add("%s = %s + %s".formatted(name(attribute), name(attribute), value(delta)));
    return this;
  }

  /// Counts one more, from none. Only ever inside a transaction, as above.
  Expression countInTransaction(String attribute) {
    sets.add("%s = if_not_exists(%s, %s) + %s".formatted(name(attribute), name(attribute), value(0), value(1)));
    return this;
  }

  /// Takes an attribute away.
  Expression remove(String attribute) {
    removes.add(name(attribute));
    return this;
  }

  /// Whatever differs between an item as it was and as it shall be.
  Expression setDifference(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    after.forEach((name, value) -> {
      if (!Objects.equals(before.get(name), value)) {
        set(name, value);
      }
    });
    before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(this::remove);
    return this;
  }

  /// One more condition; all of them must hold.
  Expression when(String condition) {
    conditions.add(condition);
    return this;
  }

  Expression whenEqual(String attribute, AttributeValue expected) {
    return when(name(attribute) + " = " + value(expected));
  }

  Expression whenEqual(String attribute, String expected) {
    return whenEqual(attribute, AttributeValue.fromS(expected));
  }

  Expression whenPresent(String attribute) {
    return when("attribute_exists(" + name(attribute) + ")");
  }

  Expression whenAbsent(String attribute) {
    return when("attribute_not_exists(" + name(attribute) + ")");
  }

  String update() {
    var text = new StringBuilder();
    if (!sets.isEmpty()) {
      text.append("SET ").append(String.join(", ", sets));
    }
    if (!removes.isEmpty()) {
      text.append(sets.isEmpty() ? "" : " ").append("REMOVE ").append(String.join(", ", removes));
    }
    return text.toString();
  }

  String condition() {
    return String.join(" AND ", conditions);
  }

  Map<String, String> names() {
    return names;
  }

  /// The SDK refuses an empty map of values.
  @Nullable Map<String, AttributeValue> values() {
    return values.isEmpty() ? null : values;
  }
}
