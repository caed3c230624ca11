package baton.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// Stands in for the FIFO queue of replies: drops repeats, keeps the order, hands over in groups.
final class Queue implements SqsClient {
  static final String URL = "http://localhost/000000000000/outbound-messages.fifo";
  static final String ARN = "arn:aws:sqs:us-east-1:000000000000:outbound-messages.fifo";
  static final String GIVEN_UP = "arn:aws:sqs:us-east-1:000000000000:outbound-messages-given-up.fifo";

  private final Map<String, SendMessageRequest> waiting = new LinkedHashMap<>();
  private final List<Integer> pauses = new ArrayList<>();
  private Predicate<SendMessageRequest> refuses = _ -> false;

  synchronized List<SendMessageRequest> waiting() {
    return List.copyOf(waiting.values());
  }

  /// For how long, in seconds, messages were asked to stay out of sight.
  synchronized List<Integer> pauses() {
    return List.copyOf(pauses);
  }

  synchronized void refuse(Predicate<SendMessageRequest> what) {
    refuses = what;
  }

  synchronized void clear() {
    waiting.clear();
    pauses.clear();
  }

  /// The event by which the queue hands these over.
  static String event(String arn, int tries, List<SendMessageRequest> messages) {
    var event = Wire.object();
    var records = event.putArray("Records");
    for (var message : messages) {
      var record = records.addObject()
          .put("messageId", message.messageDeduplicationId())
          .put("receiptHandle", "receipt of " + message.messageDeduplicationId())
          .put("body", message.messageBody())
          .put("eventSource", "aws:sqs")
          .put("eventSourceARN", arn);
      record.putObject("attributes")
          .put("ApproximateReceiveCount", Integer.toString(tries))
          .put("MessageGroupId", message.messageGroupId());
    }
    return event.toString();
  }

  @Override
  public synchronized SendMessageResponse sendMessage(SendMessageRequest request) {
    if (refuses.test(request)) {
      throw SqsException.builder().message("injected").statusCode(500).build();
    }
    waiting.putIfAbsent(request.messageDeduplicationId(), request);
    return SendMessageResponse.builder().messageId(request.messageDeduplicationId()).build();
  }

  @Override
  public synchronized ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
    pauses.add(request.visibilityTimeout());
    return ChangeMessageVisibilityResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {
    // holds nothing
  }
}
