package baton.local.template;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A queue of SQS, with its attributes as `CreateQueue` takes them.
public record QueueSpec(String id, String name, String arn, Map<String, String> attributes) {

  private static final List<String> ATTRIBUTES = List.of("VisibilityTimeout", "MessageRetentionPeriod", "DelaySeconds",
      "FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit", "MaximumMessageSize");

  static QueueSpec read(String id, Section queue, String name, String arn) {
    queue.ignore("QueueName", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled", "Tags",
        "RedriveAllowPolicy");
    var attributes = new TreeMap<String, String>();
    ATTRIBUTES.forEach(attribute -> queue.text(attribute).ifPresent(value -> attributes.put(attribute, value)));
    queue.text("ReceiveMessageWaitTimeSeconds").ifPresent(v -> attributes.put("ReceiveMessageWaitTimeSeconds", v));
    queue.value("RedrivePolicy").ifPresent(policy -> attributes.put("RedrivePolicy", policy.toString()));
    return new QueueSpec(id, name, arn, attributes);
  }
}
