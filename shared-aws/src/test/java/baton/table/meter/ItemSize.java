package baton.table.meter;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How many bytes DynamoDB counts for an item.
public final class ItemSize {
  private static final int CONTAINER = 3;

  private ItemSize() {}

  /// Of all its attributes, names and values.
  public static int of(Map<String, AttributeValue> item) {
    return item.entrySet().stream().mapToInt(entry -> text(entry.getKey()) + of(entry.getValue())).sum();
  }

  private static int of(AttributeValue value) {
    return switch (value.type()) {
      case S -> text(value.s());
      case N -> number(new BigDecimal(value.n()));
      case B -> value.b().asByteArrayUnsafe().length;
      case BOOL, NUL -> 1;
      case L -> CONTAINER + value.l().stream().mapToInt(element -> 1 + of(element)).sum();
      case M -> CONTAINER + value.m().entrySet().stream()
          .mapToInt(entry -> 1 + text(entry.getKey()) + of(entry.getValue())).sum();
      case SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new UnsupportedOperationException("a type that Baton does not write: " + value.type());
    };
  }

  // Two digits to a byte, one byte for the exponent, one for a sign.
  private static int number(BigDecimal number) {
    int digits = number.signum() == 0 ? 0 : number.stripTrailingZeros().precision();
    return 1 + (digits + 1) / 2 + (number.signum() < 0 ? 1 : 0);
  }

  private static int text(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
