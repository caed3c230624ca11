package baton.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The table's stream as Lambda hands it over.
public final class StreamRecords {
  private StreamRecords() {}

  /// One record.
  ///
  /// @param sequenceNumber by which a failed one is named
  /// @param image the item as it was after the write, in the stream's JSON
  public record Record(String sequenceNumber, JsonNode image) {
    /// The item; empty when it was removed. Read only now, so that one that cannot be read spoils no other.
    public Map<String, AttributeValue> item() {
      return StreamRecords.item(image);
    }
  }

  /// The records of an event.
  public static List<Record> of(JsonNode event) {
    var records = new ArrayList<Record>();
    event.path("Records").forEach(record -> records.add(new Record(
        record.path("dynamodb").path("SequenceNumber").asText(), record.path("dynamodb").path("NewImage"))));
    return records;
  }

  private static Map<String, AttributeValue> item(JsonNode image) {
    var item = new HashMap<String, AttributeValue>();
    image.properties().forEach(attribute -> item.put(attribute.getKey(), value(attribute.getValue())));
    return item;
  }

  private static AttributeValue value(JsonNode typed) {
    var entry = typed.properties().iterator().next();
    var content = entry.getValue();
    return switch (entry.getKey()) {
      case "S" -> AttributeValue.fromS(content.asText());
      case "N" -> AttributeValue.fromN(content.asText());
      case "BOOL" -> AttributeValue.fromBool(content.asBoolean());
      case "NULL" -> AttributeValue.fromNul(true);
      case "B" -> AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(content.asText())));
      case "M" -> AttributeValue.fromM(item(content));
      case "L" -> {
        var list = new ArrayList<AttributeValue>();
        content.forEach(element -> list.add(value(element)));
        yield AttributeValue.fromL(list);
      }
      default -> throw new IllegalArgumentException("an attribute type that we never write: " + entry.getKey());
    };
  }
}
