package baton.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The primary key of one item.
public record Key(String pk, String sk) {
  /// As the SDK takes it.
  public Map<String, AttributeValue> attributes() {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  /// The key of an item that was read.
  public static Key of(Map<String, AttributeValue> item) {
    return new Key(item.get("pk").s(), item.get("sk").s());
  }
}
