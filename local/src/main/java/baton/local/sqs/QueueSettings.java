package baton.local.sqs;

import baton.local.sqs.SqsMessage.SendRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// What a queue was created with.
record QueueSettings(String name, Map<String, String> attributes) {

  private static final ObjectMapper JSON = new ObjectMapper();

  record Redrive(String deadLetterTargetArn, int maxReceiveCount) {}

  QueueSettings {
    if (name.endsWith(".fifo") != "true".equals(attributes.get("FifoQueue"))) {
      throw SqsException.invalid("A FIFO queue's name ends with .fifo, and no other queue's does: " + name);
    }
  }

  boolean fifo() {
    return name.endsWith(".fifo");
  }

  Duration visibilityTimeout() {
    return seconds("VisibilityTimeout", 30);
  }

  Duration delay() {
    return seconds("DelaySeconds", 0);
  }

  Duration retention() {
    return seconds("MessageRetentionPeriod", 345_600);
  }

  Optional<Redrive> redrive() {
    return Optional.ofNullable(attributes.get("RedrivePolicy")).map(policy -> {
      try {
        var json = JSON.readTree(policy);
        return new Redrive(json.path("deadLetterTargetArn").asText(), json.path("maxReceiveCount").asInt());
      } catch (JsonProcessingException e) {
        throw SqsException.invalid("RedrivePolicy: " + e.getOriginalMessage());
      }
    });
  }

  String deduplicationId(SendRequest request) {
    return request.deduplicationId().orElseGet(() -> {
      if (!"true".equals(attributes.get("ContentBasedDeduplication"))) {
        throw SqsException.invalid("The queue should either have ContentBasedDeduplication enabled or"
            + " MessageDeduplicationId provided explicitly");
      }
      return digest("SHA-256", request.body().getBytes(StandardCharsets.UTF_8));
    });
  }

  String deduplicationKey(SendRequest request, String group) {
    var id = deduplicationId(request);
    return "messageGroup".equals(attributes.get("DeduplicationScope")) ? group + "\n" + id : id;
  }

  String sequenceNumber(SqsMessage message) {
    return "%020d".formatted(message.sequence);
  }

  static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Duration seconds(String attribute, long otherwise) {
    return Duration.ofSeconds(Long.parseLong(attributes.getOrDefault(attribute, String.valueOf(otherwise))));
  }
}
