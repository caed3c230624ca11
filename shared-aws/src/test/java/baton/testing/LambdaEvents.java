package baton.testing;

import baton.table.Contents;
import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/// The events of the sources that are not HTTP, as Lambda hands them over.
public final class LambdaEvents {
  /// The queue of replies, as a source.
  public static final String QUEUE_ARN = "arn:aws:sqs:eu-central-1:123456789012:baton-outbound-messages.fifo";
  /// The queue of replies that were given up, as a source.
  public static final String GIVEN_UP_ARN = "arn:aws:sqs:eu-central-1:123456789012:baton-outbound-dead-letters.fifo";

  private static final String TABLE_ARN = "arn:aws:dynamodb:eu-central-1:123456789012:table/baton";

  private LambdaEvents() {}

  /// The table's stream: these items were put. Their records are numbered from 1.
  public static ObjectNode stream(Collection<Map<String, AttributeValue>> items) {
    var event = Json.MAPPER.createObjectNode();
    var records = event.putArray("Records");
    for (var item : items) {
      var record = records.addObject()
          .put("eventID", "record-" + records.size())
          .put("eventName", "INSERT")
          .put("eventVersion", "1.1")
          .put("eventSource", "aws:dynamodb")
          .put("awsRegion", "eu-central-1")
          .put("eventSourceARN", TABLE_ARN + "/stream/2026-03-02T09:00:00.000");
      var dynamodb = record.putObject("dynamodb")
          .put("ApproximateCreationDateTime", World.MONDAY.getEpochSecond())
          .put("SequenceNumber", Integer.toString(records.size()))
          .put("SizeBytes", 600)
          .put("StreamViewType", "NEW_AND_OLD_IMAGES");
      dynamodb.set("Keys", Contents.typed(Map.of("pk", item.get("pk"), "sk", item.get("sk"))));
      dynamodb.set("NewImage", Contents.typed(item));
    }
    return event;
  }

  /// A topic: this was published.
  public static ObjectNode sns(PublishRequest published) {
    var event = Json.MAPPER.createObjectNode();
    var record = event.putArray("Records").addObject()
        .put("EventSource", "aws:sns")
        .put("EventVersion", "1.0")
        .put("EventSubscriptionArn", published.topicArn() + ":2b1f0c9e-3f1d-4d0b-8a53-0c1f2a3b4c5d");
    var sns = record.putObject("Sns")
        .put("Type", "Notification")
        .put("MessageId", "95df01b4-ee98-5cb9-9903-4c221d41eb5e")
        .put("TopicArn", published.topicArn())
        .put("Message", published.message())
        .put("Timestamp", World.MONDAY.toString());
    var attributes = sns.putObject("MessageAttributes");
    published.messageAttributes().forEach((name, value) ->
        attributes.putObject(name).put("Type", value.dataType()).put("Value", value.stringValue()));
    return event;
  }

  /// The queue: these were sent, and come for that time.
  public static ObjectNode sqs(String queueArn, int time, List<SendMessageRequest> sent) {
    var event = Json.MAPPER.createObjectNode();
    var records = event.putArray("Records");
    for (var message : sent) {
      var record = records.addObject()
          .put("messageId", "message-" + records.size())
          .put("receiptHandle", "receipt-" + records.size())
          .put("body", message.messageBody())
          .put("eventSource", "aws:sqs")
          .put("eventSourceARN", queueArn)
          .put("awsRegion", "eu-central-1");
      record.putObject("attributes")
          .put("ApproximateReceiveCount", Integer.toString(time))
          .put("MessageGroupId", message.messageGroupId())
          .put("MessageDeduplicationId", message.messageDeduplicationId())
          .put("SentTimestamp", Long.toString(World.MONDAY.toEpochMilli()));
      record.putObject("messageAttributes");
    }
    return event;
  }

  /// The ids that a partial batch response names.
  public static List<String> failures(JsonNode response) {
    return response.path("batchItemFailures").findValuesAsText("itemIdentifier");
  }
}
