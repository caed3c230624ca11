package baton.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// A message in flight: its receipt deletes it or changes how long it stays invisible.
public record ReceivedMessage(String id, String receipt, String body, JsonNode attributes, Map<String, String> systemAttributes) {}
