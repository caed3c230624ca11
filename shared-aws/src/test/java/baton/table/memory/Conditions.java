package baton.table.memory;

import baton.table.memory.Tokens.Placeholders;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Condition expressions, as far as Baton writes them.
final class Conditions {
  private final Tokens tokens;

  private Conditions(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Of an item; of none, the empty one.
  interface Condition extends Predicate<Map<String, AttributeValue>> {}

  private interface Operand extends Function<Map<String, AttributeValue>, Optional<AttributeValue>> {}

  static Condition of(String text, Placeholders placeholders) {
    var it = new Conditions(new Tokens(text, placeholders));
    var condition = it.or();
    it.tokens.end();
    return condition;
  }

  private Condition or() {
    var first = and();
    if (!tokens.takes("OR")) {
      return first;
    }
    var rest = or();
    return item -> first.test(item) || rest.test(item);
  }

  private Condition and() {
    var first = not();
    if (!tokens.takes("AND")) {
      return first;
    }
    var rest = and();
    return item -> first.test(item) && rest.test(item);
  }

  private Condition not() {
    if (tokens.takes("NOT")) {
      var denied = not();
      return item -> !denied.test(item);
    }
    if (tokens.takes("(")) {
      var inner = or();
      tokens.expect(")");
      return inner;
    }
    return primary();
  }

  private Condition primary() {
    if (tokens.takes("ATTRIBUTE_EXISTS")) {
      String name = inBrackets();
      return item -> item.containsKey(name);
    }
    if (tokens.takes("ATTRIBUTE_NOT_EXISTS")) {
      String name = inBrackets();
      return item -> !item.containsKey(name);
    }
    if (tokens.takes("BEGINS_WITH")) {
      tokens.expect("(");
      var whole = operand();
      tokens.expect(",");
      var start = operand();
      tokens.expect(")");
      return item -> text(whole, item).flatMap(text -> text(start, item).map(text::startsWith)).orElse(false);
    }
    return comparison(operand());
  }

  private String inBrackets() {
    tokens.expect("(");
    String name = tokens.name();
    tokens.expect(")");
    return name;
  }

  private Condition comparison(Operand left) {
    if (tokens.takes("IN")) {
      tokens.expect("(");
      var choices = new ArrayList<Operand>(List.of(operand()));
      while (tokens.takes(",")) {
        choices.add(operand());
      }
      tokens.expect(")");
      return item -> choices.stream().anyMatch(choice -> equal(left.apply(item), choice.apply(item)));
    }
    if (tokens.takes("BETWEEN")) {
      var low = operand();
      tokens.expect("AND");
      var high = operand();
      return item -> ordered(low, left, item, order -> order <= 0) && ordered(left, high, item, order -> order <= 0);
    }
    String sign = tokens.take();
    var right = operand();
    return switch (sign) {
      case "=" -> item -> equal(left.apply(item), right.apply(item));
      case "<>" -> item -> !equal(left.apply(item), right.apply(item));
      case "<" -> item -> ordered(left, right, item, order -> order < 0);
      case "<=" -> item -> ordered(left, right, item, order -> order <= 0);
      case ">" -> item -> ordered(left, right, item, order -> order > 0);
      case ">=" -> item -> ordered(left, right, item, order -> order >= 0);
      default -> throw new UnsupportedOperationException("a condition that Baton does not write: " + sign);
    };
  }

  private Operand operand() {
    if (tokens.isValue()) {
      var value = Optional.of(tokens.value());
      return _ -> value;
    }
    String name = tokens.name();
    if (tokens.isNext("(")) {
      throw new UnsupportedOperationException("a function that Baton does not use: " + name);
    }
    return item -> Optional.ofNullable(item.get(name));
  }

  private static Optional<String> text(Operand operand, Map<String, AttributeValue> item) {
    return operand.apply(item).map(AttributeValue::s);
  }

  private static boolean equal(Optional<AttributeValue> one, Optional<AttributeValue> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    return isNumber(one.get()) && isNumber(other.get())
        ? number(one.get()).compareTo(number(other.get())) == 0
        : one.equals(other);
  }

  private static boolean ordered(
      Operand left, Operand right, Map<String, AttributeValue> item, Predicate<Integer> holds) {
    var one = left.apply(item);
    var other = right.apply(item);
    var order = one.isPresent() && other.isPresent() ? compare(one.get(), other.get()) : OptionalInt.empty();
    return order.isPresent() && holds.test(order.getAsInt());
  }

  // What is of another type is neither less nor more.
  private static OptionalInt compare(AttributeValue one, AttributeValue other) {
    if (isNumber(one) && isNumber(other)) {
      return OptionalInt.of(number(one).compareTo(number(other)));
    }
    if (one.type() == AttributeValue.Type.S && other.type() == AttributeValue.Type.S) {
      return OptionalInt.of(Place.compare(one.s(), other.s()));
    }
    return OptionalInt.empty();
  }

  private static boolean isNumber(AttributeValue value) {
    return value.type() == AttributeValue.Type.N;
  }

  private static BigDecimal number(AttributeValue value) {
    return new BigDecimal(value.n());
  }
}
