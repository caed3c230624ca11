package baton.publishing;

import baton.conversation.OutgoingMessage;
import baton.notice.Notice;
import baton.table.Outbox;
import baton.wire.EventJson;
import baton.wire.NoticeJson;
import baton.wire.OutgoingJson;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The only way out: events to their topic, replies to their queue. At least once, with the same id each time.
public final class Publisher {
  private final SnsClient sns;
  private final SqsClient sqs;
  private final Outbox outbox;
  private final String eventsTopic;
  private final String outboundQueue;

  /// To that topic and that queue.
  public Publisher(SnsClient sns, SqsClient sqs, Outbox outbox, String eventsTopic, String outboundQueue) {
    this.sns = sns;
    this.sqs = sqs;
    this.outbox = outbox;
    this.eventsTopic = eventsTopic;
    this.outboundQueue = outboundQueue;
  }

  /// Tells what happened, then takes the item's marker away: a reply must be in the queue by then.
  void tell(Outbox.Entry entry) {
    var event = entry.event();
    sns.publish(publish -> publish
        .topicArn(eventsTopic)
        .message(EventJson.write(event))
        .messageAttributes(Map.of("type", text(event.type().word()), "workspace", text(event.workspace().value()))));
    outbox.published(entry);
  }

  /// A reply on its way out.
  void enqueue(OutgoingMessage message) {
    sqs.sendMessage(send -> send
        .queueUrl(outboundQueue)
        .messageBody(OutgoingJson.write(message))
        // One conversation's replies stay in their order; other conversations do not wait for them.
        .messageGroupId(message.conversation().value())
        .messageDeduplicationId(message.conversation() + "-" + message.key()));
  }

  /// A notice to the topic of notices.
  public static void publish(SnsClient sns, String topic, Notice notice) {
    String recipients = notice.recipients().stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
    var attributes = new HashMap<>(Map.of(
        "kind", text(notice.kind().word()), "workspace", text(notice.workspace().value())));
    attributes.put("recipients", MessageAttributeValue.builder().dataType("String.Array").stringValue(recipients).build());
    sns.publish(publish -> publish
        .topicArn(topic)
        .message(NoticeJson.write(notice))
        .messageAttributes(attributes));
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
