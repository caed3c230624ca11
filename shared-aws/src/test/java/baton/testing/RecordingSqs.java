package baton.testing;

import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// An SQS that remembers what was sent and what was put off, and that can be told to fail.
public final class RecordingSqs implements SqsClient {
  private final List<SendMessageRequest> sent = new ArrayList<>();
  private final List<ChangeMessageVisibilityRequest> putOff = new ArrayList<>();
  private Predicate<SendMessageRequest> failing = _ -> false;
  private Predicate<SendMessageRequest> refused = _ -> false;

  /// What was sent, in order.
  public synchronized List<SendMessageRequest> sent() {
    return List.copyOf(sent);
  }

  /// Which receipts are to come again later, and when.
  public synchronized List<ChangeMessageVisibilityRequest> putOff() {
    return List.copyOf(putOff);
  }

  /// From now on such sends fail.
  public synchronized void failWhen(Predicate<SendMessageRequest> broken) {
    failing = broken;
  }

  /// From now on such sends are refused for what they hold.
  public synchronized void refuseWhen(Predicate<SendMessageRequest> bad) {
    refused = bad;
  }

  @Override
  public synchronized SendMessageResponse sendMessage(SendMessageRequest request) {
    if (refused.test(request)) {
      throw SqsException.builder().statusCode(400).message("invalid characters").build();
    }
    if (failing.test(request)) {
      throw SdkClientException.create("SQS does not answer");
    }
    sent.add(request);
    return SendMessageResponse.builder().messageId("sqs-" + sent.size()).build();
  }

  @Override
  public synchronized ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
    putOff.add(request);
    return ChangeMessageVisibilityResponse.builder().build();
  }

  /// A send as JSON: its group, the id by which the queue drops repeats, its body.
  public static JsonNode json(SendMessageRequest request) {
    var json = Json.MAPPER.createObjectNode()
        .put("queue", request.queueUrl().substring(request.queueUrl().lastIndexOf('/') + 1))
        .put("group", request.messageGroupId())
        .put("deduplicationId", request.messageDeduplicationId());
    json.set("body", Json.read(request.messageBody()));
    return json;
  }

  /// A receipt that comes again later as JSON.
  public static JsonNode json(ChangeMessageVisibilityRequest request) {
    return Json.MAPPER.createObjectNode()
        .put("receipt", request.receiptHandle())
        .put("seconds", request.visibilityTimeout());
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // nothing is open
  }
}
