package baton.testing;

import java.util.Comparator;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// In which order the stream hands items over: by time, and the events of one moment by their number.
final class StreamOrder {
  static final Comparator<Map<String, AttributeValue>> BY_TIME =
      Comparator.<Map<String, AttributeValue>>comparingLong(StreamOrder::time)
          .thenComparing(item -> item.get("pk").s())
          .thenComparing(item -> item.get("sk").s());

  private StreamOrder() {}

  private static long time(Map<String, AttributeValue> item) {
    return Long.parseLong(item.getOrDefault("occurredAt", item.get("receivedAt")).n());
  }
}
