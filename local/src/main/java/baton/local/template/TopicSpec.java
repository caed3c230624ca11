package baton.local.template;

import java.util.Optional;
import com.fasterxml.jackson.databind.JsonNode;

/// A topic of SNS.
public record TopicSpec(String id, String name, String arn) {

  /// A subscription that is a resource of its own.
  public record Subscription(String topicArn, String protocol, String endpoint, Optional<JsonNode> filterPolicy,
      boolean filtersBody, boolean raw, Optional<String> deadLetterArn) {

    static Subscription read(Section subscription) {
      return new Subscription(subscription.required("TopicArn").asText(), subscription.required("Protocol").asText(),
          subscription.required("Endpoint").asText(), subscription.value("FilterPolicy"),
          subscription.text("FilterPolicyScope").orElse("MessageAttributes").equals("MessageBody"),
          subscription.flag("RawMessageDelivery"), Destinations.deadLetters(subscription.section("RedrivePolicy")));
    }
  }

  static TopicSpec read(String id, Section topic, String name, String arn) {
    topic.ignore("TopicName", "DisplayName", "KmsMasterKeyId", "Tags", "TracingConfig", "SignatureVersion",
        "DeliveryStatusLogging", "DataProtectionPolicy");
    if (topic.flag("FifoTopic")) {
      throw new TemplateException(topic.where() + ": the local run has no FIFO topics");
    }
    return new TopicSpec(id, name, arn);
  }
}
