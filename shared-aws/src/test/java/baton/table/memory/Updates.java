package baton.table.memory;

import baton.table.memory.Tokens.Placeholders;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Update expressions, as far as Baton writes them: SET and REMOVE of attributes of the item itself.
final class Updates {
  private final Tokens tokens;
  private final Map<String, Change> sets = new LinkedHashMap<>();
  private final Set<String> removes = new HashSet<>();

  private Updates(Tokens tokens) {
    this.tokens = tokens;
  }

  /// The new value, by the item as it was.
  private interface Change extends Function<Map<String, AttributeValue>, AttributeValue> {}

  static Updates of(String text, Placeholders placeholders) {
    var updates = new Updates(new Tokens(text, placeholders));
    while (!updates.tokens.atEnd()) {
      updates.clause();
    }
    return updates;
  }

  /// The item as it is afterwards.
  Map<String, AttributeValue> apply(Map<String, AttributeValue> before) {
    var after = new HashMap<>(before);
    sets.forEach((name, change) -> after.put(name, change.apply(before)));
    removes.forEach(after::remove);
    return after;
  }

  private void clause() {
    if (tokens.takes("SET")) {
      do {
        String name = target();
        tokens.expect("=");
        sets.put(name, sum());
      } while (tokens.takes(","));
    } else if (tokens.takes("REMOVE")) {
      do {
        removes.add(target());
      } while (tokens.takes(","));
    } else {
      throw new UnsupportedOperationException("an update that Baton does not write: " + tokens.peek());
    }
  }

  private String target() {
    String name = tokens.name();
    if (name.equals("pk") || name.equals("sk")) {
      throw Invalid.request("Cannot update attribute %s. This attribute is part of the key".formatted(name));
    }
    if (sets.containsKey(name) || removes.contains(name)) {
      throw Invalid.request("Two document paths overlap with each other: " + name);
    }
    return name;
  }

  private Change sum() {
    var first = operand();
    if (tokens.takes("+")) {
      var second = operand();
      return item -> add(first.apply(item), second.apply(item), 1);
    }
    if (tokens.takes("-")) {
      var second = operand();
      return item -> add(first.apply(item), second.apply(item), -1);
    }
    return first;
  }

  private Change operand() {
    if (tokens.isValue()) {
      var value = tokens.value();
      return _ -> value;
    }
    if (tokens.takes("IF_NOT_EXISTS")) {
      tokens.expect("(");
      String name = tokens.name();
      tokens.expect(",");
      var otherwise = operand();
      tokens.expect(")");
      return item -> item.containsKey(name) ? item.get(name) : otherwise.apply(item);
    }
    String name = tokens.name();
    return item -> {
      var value = item.get(name);
      if (value == null) {
        throw Invalid.request("The provided expression refers to an attribute that does not exist in the item: " + name);
      }
      return value;
    };
  }

  private static AttributeValue add(AttributeValue one, AttributeValue other, int sign) {
    if (one.type() != AttributeValue.Type.N || other.type() != AttributeValue.Type.N) {
      throw Invalid.request("An operand in the update expression has an incorrect data type");
    }
    var sum = new BigDecimal(one.n()).add(new BigDecimal(other.n()).multiply(BigDecimal.valueOf(sign)));
    return AttributeValue.fromN(sum.toPlainString());
  }
}
