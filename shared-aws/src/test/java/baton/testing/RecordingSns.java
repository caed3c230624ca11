package baton.testing;

import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/// An SNS that remembers what was published, and that can be told to fail.
public final class RecordingSns implements SnsClient {
  private final List<PublishRequest> published = new ArrayList<>();
  private Predicate<PublishRequest> failing = _ -> false;

  /// What was published, in order.
  public synchronized List<PublishRequest> published() {
    return List.copyOf(published);
  }

  /// What was published since the last call of this, in order.
  public synchronized List<PublishRequest> take() {
    var taken = List.copyOf(published);
    published.clear();
    return taken;
  }

  /// From now on such publishes fail.
  public synchronized void failWhen(Predicate<PublishRequest> broken) {
    failing = broken;
  }

  @Override
  public synchronized PublishResponse publish(PublishRequest request) {
    if (failing.test(request)) {
      throw SdkClientException.create("SNS does not answer");
    }
    published.add(request);
    return PublishResponse.builder().messageId("sns-" + published.size()).build();
  }

  /// A publish as JSON: its topic, its attributes, its message.
  public static JsonNode json(PublishRequest request) {
    var json = Json.MAPPER.createObjectNode().put("topic", name(request.topicArn()));
    var attributes = json.putObject("attributes");
    request.messageAttributes().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(entry -> attributes.set(entry.getKey(), json(entry.getValue())));
    json.set("message", Json.read(request.message()));
    return json;
  }

  private static JsonNode json(MessageAttributeValue attribute) {
    return attribute.dataType().equals("String.Array")
        ? Json.read(attribute.stringValue())
        : Json.MAPPER.getNodeFactory().textNode(attribute.stringValue());
  }

  static String name(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
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
