package baton.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/// The checksum over a message's attributes, which the SDK compares with its own.
final class AttributeDigest {

  private AttributeDigest() {}

  static String md5(JsonNode attributes) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      var sorted = new TreeMap<String, JsonNode>();
      attributes.properties().forEach(attribute -> sorted.put(attribute.getKey(), attribute.getValue()));
      for (var attribute : sorted.entrySet()) {
        write(out, attribute.getKey().getBytes(StandardCharsets.UTF_8));
        write(out, attribute.getValue().path("DataType").asText().getBytes(StandardCharsets.UTF_8));
        value(out, attribute.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return QueueSettings.digest("MD5", bytes.toByteArray());
  }

  private static void value(DataOutputStream out, JsonNode attribute) throws IOException {
    if (attribute.has("StringValue")) {
      out.writeByte(1);
      write(out, attribute.get("StringValue").asText().getBytes(StandardCharsets.UTF_8));
    } else {
      out.writeByte(2);
      write(out, attribute.path("BinaryValue").binaryValue());
    }
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
