package baton.local.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// A message that was published to a topic.
public record Notification(String id, String topicArn, Optional<String> subject, String message,
    Map<String, Attribute> attributes, Instant at) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// An attribute: its data type, and its value as text (base64 if it is binary).
  public record Attribute(String type, String value) {}

  /// What a filter policy on attributes looks at.
  ObjectNode filteredAttributes() {
    var json = JsonNodeFactory.instance.objectNode();
    attributes.forEach((name, attribute) -> {
      try {
        switch (attribute.type()) {
          case "String.Array" -> json.set(name, JSON.readTree(attribute.value()));
          case "Number" -> json.put(name, new BigDecimal(attribute.value()));
          default -> json.put(name, attribute.value());
        }
      } catch (JsonProcessingException _) {
        json.put(name, attribute.value()); // SNS takes what is no array for a string
      }
    });
    return json;
  }

  /// The envelope that queues and HTTP subscribers get. What only AWS can sign is left unsigned.
  ObjectNode envelope(String type) {
    var json = JsonNodeFactory.instance.objectNode().put("Type", type).put("MessageId", id).put("TopicArn", topicArn);
    subject.ifPresent(text -> json.put("Subject", text));
    json.put("Message", message).put("Timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString())
        .put("SignatureVersion", "1")
        .put("Signature", "").put("SigningCertURL", "");
    if (!attributes.isEmpty()) {
      json.set("MessageAttributes", attributesJson());
    }
    return json;
  }

  /// The record that a function gets.
  ObjectNode lambdaRecord(String subscriptionArn) {
    var sns = envelope("Notification");
    sns.remove("SigningCertURL");
    sns.put("SigningCertUrl", "").put("UnsubscribeUrl", "");
    if (subject.isEmpty()) {
      sns.putNull("Subject");
    }
    sns.set("MessageAttributes", attributesJson());
    var json = JsonNodeFactory.instance.objectNode().put("EventSource", "aws:sns").put("EventVersion", "1.0")
        .put("EventSubscriptionArn", subscriptionArn);
    json.set("Sns", sns);
    return json;
  }

  private ObjectNode attributesJson() {
    var json = JsonNodeFactory.instance.objectNode();
    attributes.forEach((name, a) -> json.putObject(name).put("Type", a.type()).put("Value", a.value()));
    return json;
  }
}
