package baton.local.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The alternatives a pattern allows for one value: one of them has to hold, for an array for one of its elements.
final class ValuePattern {

  private final boolean allowsAbsence;
  private final Predicate<JsonNode> allowed;

  private ValuePattern(boolean allowsAbsence, Predicate<JsonNode> allowed) {
    this.allowsAbsence = allowsAbsence;
    this.allowed = allowed;
  }

  static ValuePattern of(JsonNode alternatives) {
    var absence = alternatives.valueStream().anyMatch(node -> node.has("exists") && !node.get("exists").asBoolean());
    var allowed = alternatives.valueStream().map(ValuePattern::alternative).reduce(_ -> false, Predicate::or);
    return new ValuePattern(absence, allowed);
  }

  boolean matches(JsonNode value) {
    var leaves = leaves(value).toList();
    return leaves.isEmpty() ? allowsAbsence : leaves.stream().anyMatch(allowed);
  }

  private static Stream<JsonNode> leaves(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> value.valueStream().flatMap(ValuePattern::leaves);
      case OBJECT, MISSING -> Stream.of();
      default -> Stream.of(value);
    };
  }

  private static Predicate<JsonNode> alternative(JsonNode alternative) {
    if (!alternative.isObject()) {
      return value -> same(value, alternative);
    }
    if (alternative.size() != 1) {
      throw new IllegalArgumentException("One operator at a time: " + alternative);
    }
    var operator = alternative.properties().iterator().next();
    var operand = operator.getValue();
    return switch (operator.getKey()) {
      case "prefix" -> text(value -> value.startsWith(operand.asText()));
      case "suffix" -> text(value -> value.endsWith(operand.asText()));
      case "equals-ignore-case" -> text(value -> value.equalsIgnoreCase(operand.asText()));
      case "anything-but" -> anythingBut(operand).negate();
      case "exists" -> operand.asBoolean() ? _ -> true : _ -> false;
      case "numeric" -> numeric(operand);
      case String unknown -> throw new IllegalArgumentException("Unknown operator in a filter pattern: " + unknown);
    };
  }

  private static Predicate<JsonNode> anythingBut(JsonNode operand) {
    return switch (operand.getNodeType()) {
      case ARRAY -> value -> operand.valueStream().anyMatch(item -> same(value, item));
      case OBJECT -> alternative(operand);
      default -> value -> same(value, operand);
    };
  }

  private static Predicate<JsonNode> text(Predicate<String> test) {
    return value -> value.isTextual() && test.test(value.asText());
  }

  private static Predicate<JsonNode> numeric(JsonNode comparisons) {
    Predicate<JsonNode> all = JsonNode::isNumber;
    for (var i = 0; i < comparisons.size(); i += 2) {
      var operator = comparisons.get(i).asText();
      var bound = comparisons.get(i + 1).decimalValue();
      all = all.and(value -> holds(value.decimalValue(), operator, bound));
    }
    return all;
  }

  private static boolean holds(BigDecimal value, String operator, BigDecimal bound) {
    var order = value.compareTo(bound);
    return switch (operator) {
      case "=" -> order == 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> throw new IllegalArgumentException("Unknown comparison in a filter pattern: " + operator);
    };
  }

  private static boolean same(JsonNode value, JsonNode expected) {
    return value.isNumber() && expected.isNumber()
        ? value.decimalValue().compareTo(expected.decimalValue()) == 0
        : value.equals(expected);
  }
}
