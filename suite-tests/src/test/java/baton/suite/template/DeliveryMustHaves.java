package baton.suite.template;

import static baton.suite.template.MustHave.each;
import static baton.suite.template.MustHave.unless;
import static baton.suite.template.MustHave.with;
import static baton.suite.template.MustHave.without;

import baton.event.EventType;
import baton.notice.Recipients;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What every road behind the table must have: an end to its retries, and a place for what was given up.
final class DeliveryMustHaves {

  private static final String[] STREAM =
      {"Resources", "PublishEventsFunction", "Properties", "Events", "Stream", "Properties"};
  private static final String[] TOPIC =
      {"Resources", "SendNotificationsFunction", "Properties", "Events", "Happened", "Properties"};
  private static final String[] TICK =
      {"Resources", "SweepConversationsFunction", "Properties", "Events", "EveryMinute", "Properties"};

  /// The events that concern somebody. Anything else would wake the function for nothing.
  private static final Set<String> NOTICED =
      Recipients.TOLD.stream().map(EventType::word).collect(Collectors.toUnmodifiableSet());

  static final List<MustHave> ALL = List.of(
      MustHave.of("D01", "one bad record of the stream holds up nothing: bisected, bounded, reported, set aside",
          DeliveryMustHaves::stream,
          with("LATEST", path(STREAM, "StartingPosition")),
          with(1000, path(STREAM, "BatchSize")),
          with(5, path(STREAM, "MaximumBatchingWindowInSeconds")),
          with(2, path(STREAM, "ParallelizationFactor")),
          without(path(STREAM, "BisectBatchOnFunctionError")),
          without(path(STREAM, "MaximumRetryAttempts")),
          without(path(STREAM, "MaximumRecordAgeInSeconds")),
          without(path(STREAM, "FunctionResponseTypes")),
          without(path(STREAM, "DestinationConfig")),
          without(path(STREAM, "DestinationConfig", "OnFailure", "Type")),
          with(Map.of("Fn::GetAtt", List.of("OutboundMessages", "Arn")),
              path(STREAM, "DestinationConfig", "OnFailure", "Destination"))),
      MustHave.of("D02", "the stream wakes its reader for new events and messages, and for nothing else",
          DeliveryMustHaves::filter,
          without(path(STREAM, "FilterCriteria")),
          with("{eventName: INSERT}", path(STREAM, "FilterCriteria", "Filters", "0", "Pattern")),
          with("{\"eventName\": [\"INSERT\"]}", path(STREAM, "FilterCriteria", "Filters", "0", "Pattern")),
          with("{\"eventName\": [\"INSERT\", \"MODIFY\"], \"dynamodb\": {\"NewImage\": {\"item\": {\"S\": "
              + "[\"event\", \"message\"]}}}}", path(STREAM, "FilterCriteria", "Filters", "0", "Pattern")),
          with("{\"eventName\": [\"INSERT\"], \"dynamodb\": {\"NewImage\": {\"item\": [\"event\", \"message\"]}}}",
              path(STREAM, "FilterCriteria", "Filters", "0", "Pattern"))),
      MustHave.of("D03", "the stream has one reader", template -> {
        List<String> readers = template.functions().stream()
            .filter(f -> !f.events("DynamoDB").isEmpty()).map(LambdaFunction::id).toList();
        return unless(readers.equals(List.of("PublishEventsFunction")), "readers " + readers);
      },
          with(Map.of("Type", "DynamoDB"), "Resources", "BrowseInboxFunction", "Properties", "Events", "Stream"),
          without("Resources", "PublishEventsFunction", "Properties", "Events", "Stream")),
      MustHave.of("D04", "a subscription hears what concerns it, and sets aside what it cannot deliver",
          DeliveryMustHaves::subscriptions,
          without(path(TOPIC, "RedrivePolicy")),
          with(Map.of("Fn::GetAtt", List.of("OutboundDeadLetters", "Arn")),
              path(TOPIC, "RedrivePolicy", "deadLetterTargetArn")),
          without(path(TOPIC, "FilterPolicy")),
          without(path(TOPIC, "FilterPolicy", "type", "0")),
          with("MessageBody", path(TOPIC, "FilterPolicyScope"))),
      MustHave.of("D05", "SNS may write to the queue where it sets deliveries aside", DeliveryMustHaves::queuePolicy,
          without("Resources", "TopicDeadLettersPolicy"),
          with(List.of(), "Resources", "TopicDeadLettersPolicy", "Properties", "Queues"),
          without("Resources", "TopicDeadLettersPolicy", "Properties", "PolicyDocument", "Statement", "0",
              "Condition"),
          with("sqs:ReceiveMessage", "Resources", "TopicDeadLettersPolicy", "Properties", "PolicyDocument",
              "Statement", "0", "Action")),
      MustHave.of("D06", "a function that is called without waiting retries to an end, then sets aside",
          DeliveryMustHaves::asynchronous,
          without("Resources", "SendNotificationsFunction", "Properties", "EventInvokeConfig"),
          without("Resources", "SweepConversationsFunction", "Properties", "EventInvokeConfig",
              "DestinationConfig"),
          without("Resources", "SendNotificationsFunction", "Properties", "EventInvokeConfig", "DestinationConfig",
              "OnFailure", "Type"),
          without("Resources", "SendNotificationsFunction", "Properties", "EventInvokeConfig",
              "MaximumEventAgeInSeconds"),
          without("Resources", "SweepConversationsFunction", "Properties", "EventInvokeConfig",
              "MaximumRetryAttempts")),
      MustHave.of("D07", "the sweep runs every minute, under a name of its stack's own, and no minute is made up for",
          DeliveryMustHaves::schedule,
          with("rate(5 minutes)", path(TICK, "ScheduleExpression")),
          without(path(TICK, "Name")),
          with("sweep", path(TICK, "Name")),
          without(path(TICK, "Input")),
          with("due", path(TICK, "Input")),
          without(path(TICK, "RetryPolicy")),
          without(path(TICK, "DeadLetterConfig")),
          with("DISABLED", path(TICK, "State"))),
      MustHave.of("D08", "topics are encrypted and take nothing over plain HTTP", DeliveryMustHaves::topics,
          without("Resources", "ConversationEvents", "Properties", "KmsMasterKeyId"),
          without("Resources", "AssigneeNotificationsPolicy"),
          without("Resources", "AssigneeNotificationsPolicy", "Properties", "PolicyDocument", "Statement", "0",
              "Action"),
          with("true", "Resources", "ConversationEventsPolicy", "Properties", "PolicyDocument", "Statement", "0",
              "Condition", "Bool", "aws:SecureTransport")));

  private DeliveryMustHaves() {}

  private static Stream<String> stream(Template template) {
    return each(events(template, "DynamoDB"), event -> {
      Node mapping = event.properties();
      Node failed = mapping.get("DestinationConfig", "OnFailure");
      return Stream.of(
          unless(mapping.get("Stream", "Fn::If", "2"), Map.of("Fn::GetAtt", List.of("Table", "StreamArn")), "Stream"),
          unless(mapping.get("StartingPosition"), "TRIM_HORIZON", "StartingPosition"),
          unless(mapping.get("BatchSize"), 25, "BatchSize"),
          unless(mapping.get("MaximumBatchingWindowInSeconds"), 0, "MaximumBatchingWindowInSeconds"),
          unless(mapping.get("ParallelizationFactor"), 1, "ParallelizationFactor"),
          unless(mapping.get("BisectBatchOnFunctionError"), true, "BisectBatchOnFunctionError"),
          unless(mapping.get("MaximumRetryAttempts"), 5, "MaximumRetryAttempts"),
          unless(mapping.get("MaximumRecordAgeInSeconds"), 21600, "MaximumRecordAgeInSeconds"),
          unless(mapping.get("FunctionResponseTypes"), List.of("ReportBatchItemFailures"), "FunctionResponseTypes"),
          unless(failed.get("Type"), "SQS", "the type of OnFailure, without which it has no rights,"),
          QueueMustHaves.deadLetters(template, failed.get("Destination"), event.name())).flatMap(fault -> fault);
    });
  }

  private static Stream<String> filter(Template template) {
    List<Node> filters = template.get(path(STREAM, "FilterCriteria", "Filters")).items();
    return each(filters, filter -> EventPattern.of(filter.get("Pattern").text()).map(pattern -> Stream.of(
        unless(pattern.matches(record("INSERT", "event")), "misses events"),
        unless(pattern.matches(record("INSERT", "message")), "misses messages"),
        unless(!pattern.matches(record("MODIFY", "event")), "hears changes of events"),
        unless(!pattern.matches(record("REMOVE", "message")), "hears removals"),
        unless(!pattern.matches(record("INSERT", "conversation")), "hears conversations"),
        unless(!pattern.matches(record("INSERT", "notice")), "hears notices")).flatMap(fault -> fault))
        .orElse(Stream.of("not JSON: " + filter.get("Pattern").text())));
  }

  private static Map<String, Object> record(String eventName, String item) {
    return Map.of("eventName", eventName, "dynamodb",
        Map.of("NewImage", Map.of("pk", Map.of("S", "WS#w#LOG#c"), "item", Map.of("S", item))));
  }

  private static Stream<String> subscriptions(Template template) {
    return each(events(template, "SNS"), event -> {
      Node subscription = event.properties();
      Set<String> types = new TreeSet<>(subscription.get("FilterPolicy", "type").texts());
      return Stream.of(
          unless(subscription.get("Topic").target().equals("ConversationEvents"), "another topic"),
          unless(subscription.get("FilterPolicyScope"), "MessageAttributes", "scope"),
          unless(types.equals(NOTICED), "hears " + types),
          QueueMustHaves.deadLetters(template, subscription.get("RedrivePolicy", "deadLetterTargetArn"), event.name()))
          .flatMap(fault -> fault);
    });
  }

  private static Stream<String> queuePolicy(Template template) {
    return each(events(template, "SNS"), event -> {
      String queue = event.properties().get("RedrivePolicy", "deadLetterTargetArn").target();
      Stream<Node> allowed = template.resources("AWS::SQS::QueuePolicy").values().stream()
          .map(policy -> policy.get("Properties"))
          .filter(policy -> policy.get("Queues").items().stream().anyMatch(q -> q.target().equals(queue)))
          .flatMap(policy -> policy.get("PolicyDocument", "Statement").items().stream())
          .filter(statement -> statement.get("Effect").is("Allow")
              && statement.get("Principal", "Service").is("sns.amazonaws.com")
              && statement.get("Action").is("sqs:SendMessage")
              && statement.get("Resource").target().equals(queue)
              && statement.get("Condition", "ArnEquals", "aws:SourceArn").target()
                  .equals(event.properties().get("Topic").target()));
      return unless(allowed.count() == 1, "SNS may not write to " + queue);
    });
  }

  private static Stream<String> asynchronous(Template template) {
    List<LambdaFunction> called = template.functions().stream().filter(LambdaFunction::asynchronous).toList();
    return each(called, function -> {
      Node config = function.properties().get("EventInvokeConfig");
      Node failed = config.get("DestinationConfig", "OnFailure");
      return Stream.of(
          unless(config.get("MaximumRetryAttempts").number() >= 0, function.id() + " retries"),
          unless(config.get("MaximumEventAgeInSeconds").number() >= 60, function.id() + " keeps events"),
          unless(failed.get("Type"), "SQS", function.id() + " OnFailure"),
          QueueMustHaves.deadLetters(template, failed.get("Destination"), function.id())).flatMap(fault -> fault);
    });
  }

  private static Stream<String> schedule(Template template) {
    return each(events(template, "ScheduleV2"), event -> {
      Node tick = event.properties();
      return Stream.of(
          unless(tick.get("ScheduleExpression"), "rate(1 minute)", "rate"),
          unless(tick.get("Name", "Fn::Sub").text().startsWith("${AWS::StackName}-"), "name"),
          unless(EventPattern.of(tick.get("Input").text()).isPresent(), "the input is not JSON"),
          unless(tick.get("RetryPolicy", "MaximumRetryAttempts").number() >= 0, "retries"),
          unless(tick.get("RetryPolicy", "MaximumEventAgeInSeconds"), 60, "age"),
          unless(tick.get("State"), null, "state"),
          QueueMustHaves.deadLetters(template, tick.get("DeadLetterConfig", "Arn"), event.name()))
          .flatMap(fault -> fault);
    });
  }

  private static Stream<String> topics(Template template) {
    return each(template.resources("AWS::SNS::Topic").entrySet(), topic -> {
      boolean onlyOverTls = template.resources("AWS::SNS::TopicPolicy").values().stream()
          .map(policy -> policy.get("Properties"))
          .filter(policy -> policy.get("Topics", "0").target().equals(topic.getKey()))
          .flatMap(policy -> policy.get("PolicyDocument", "Statement").items().stream())
          .anyMatch(statement -> statement.get("Effect").is("Deny") && statement.get("Principal").is("*")
              && statement.get("Action").is("sns:Publish")
              && statement.get("Resource").target().equals(topic.getKey())
              && statement.get("Condition", "Bool", "aws:SecureTransport").is("false"));
      return Stream.concat(unless(onlyOverTls, topic.getKey() + " takes plain HTTP"),
          unless(topic.getValue().get("Properties", "KmsMasterKeyId").exists(), topic.getKey() + " is not encrypted"));
    });
  }

  private static List<LambdaFunction.Event> events(Template template, String type) {
    return template.functions().stream().flatMap(function -> function.events(type).stream()).toList();
  }

  private static String[] path(String[] start, String... rest) {
    return Stream.concat(Stream.of(start), Stream.of(rest)).toArray(String[]::new);
  }
}
