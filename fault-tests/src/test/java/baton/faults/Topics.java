package baton.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InternalErrorException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/// Stands in for SNS: keeps what is published, and refuses when it is told to.
final class Topics implements SnsClient {
  static final String EVENTS = "arn:aws:sns:us-east-1:000000000000:conversation-events";
  static final String NOTICES = "arn:aws:sns:us-east-1:000000000000:assignee-notifications";

  private final List<PublishRequest> published = new ArrayList<>();
  private Predicate<PublishRequest> refuses = _ -> false;

  /// The messages on a topic, in their order.
  synchronized List<String> on(String topic) {
    return published.stream().filter(publish -> publish.topicArn().equals(topic)).map(PublishRequest::message).toList();
  }

  List<JsonNode> events() {
    return on(EVENTS).stream().map(Wire::json).toList();
  }

  List<JsonNode> notices() {
    return on(NOTICES).stream().map(Wire::json).toList();
  }

  List<JsonNode> notices(String kind) {
    return notices().stream().filter(notice -> notice.path("kind").asText().equals(kind)).toList();
  }

  synchronized void clear() {
    published.clear();
  }

  /// Refuses from now on what this says.
  synchronized void refuse(Predicate<PublishRequest> what) {
    refuses = what;
  }

  @Override
  public synchronized PublishResponse publish(PublishRequest request) {
    if (refuses.test(request)) {
      throw InternalErrorException.builder().message("injected").statusCode(500).build();
    }
    published.add(request);
    return PublishResponse.builder().messageId("sns-" + published.size()).build();
  }

  @Override
  public String serviceName() {
    return "sns";
  }

  @Override
  public void close() {
    // holds nothing
  }
}
