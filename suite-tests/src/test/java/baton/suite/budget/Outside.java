package baton.suite.budget;

import baton.testing.RecordingSns;
import baton.testing.RecordingSqs;
import baton.testing.World;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/// A function's way to the topics and the queue; what it asks IAM for is written down.
///
/// @param asked by all functions
record Outside(String function, RecordingSns topics, RecordingSqs queue, Set<Asked> asked) {
  private static final Map<String, String> RESOURCES = Map.of(
      World.EVENTS, "ConversationEvents", World.NOTICES, "AssigneeNotifications", World.QUEUE, "OutboundMessages");

  /// A function asked for an action on a resource of the template.
  record Asked(String function, String action, String resource) {}

  private void asks(String action, String resource) {
    asked.add(new Asked(function, action, RESOURCES.get(resource)));
  }

  SnsClient sns() {
    return new SnsClient() {
      @Override
      public PublishResponse publish(PublishRequest request) {
        asks("sns:Publish", request.topicArn());
        return topics.publish(request);
      }

      @Override
      public String serviceName() {
        return SERVICE_NAME;
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }

  SqsClient sqs() {
    return new SqsClient() {
      @Override
      public SendMessageResponse sendMessage(SendMessageRequest request) {
        asks("sqs:SendMessage", request.queueUrl());
        return queue.sendMessage(request);
      }

      @Override
      public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
        asks("sqs:ChangeMessageVisibility", request.queueUrl());
        return queue.changeMessageVisibility(request);
      }

      @Override
      public String serviceName() {
        return SERVICE_NAME;
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
