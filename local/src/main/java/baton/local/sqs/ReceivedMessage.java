package baton.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A message in flight: its receipt deletes it or changes how long it stays invisible.
public record ReceivedMessage(String id, String receipt, String body, JsonNode attributes,
    Map<String, String> systemAttributes) {

  /// The checksum that stands beside the body wherever it is handed on.
  public String bodyMd5() {
    return QueueSettings.digest("MD5", body.getBytes(StandardCharsets.UTF_8));
  }
}
