package baton.suite.template;

import static baton.suite.template.MustHave.each;
import static baton.suite.template.MustHave.unless;
import static baton.suite.template.MustHave.with;
import static baton.suite.template.MustHave.without;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What the stack tells those who come after it: people, scripts, and the alarms.
final class OutputMustHaves {

  private static final Map<String, String> TOLD = Map.of(
      "TableName", "Table",
      "ConversationEventsTopic", "ConversationEvents",
      "AssigneeNotificationsTopic", "AssigneeNotifications",
      "OutboundQueueUrl", "OutboundMessages");

  static final List<MustHave> ALL = List.of(
      MustHave.of("O01", "the stack tells its URL, table, topics and queue",
          template -> Stream.concat(
              unless(template.get("Outputs", "ApiUrl", "Value", "Fn::Sub").text().contains("//${Api}."), "url"),
              each(TOLD.entrySet(), told -> unless(
                  template.get("Outputs", told.getKey(), "Value", "Ref"), told.getValue(), told.getKey()))),
          without("Outputs", "ApiUrl"),
          without("Outputs", "TableName"),
          with(Map.of("Ref", "ConversationEvents"), "Outputs", "AssigneeNotificationsTopic", "Value")),
      MustHave.of("O02", "every queue of dead letters can be watched from outside", template -> each(
          template.resources("AWS::SQS::Queue").keySet(), queue -> unless(queue.equals("OutboundMessages")
              || exported(template, queue + "Name"), queue + " is not exported")),
          without("Outputs", "StreamDeadLettersName"),
          without("Outputs", "OutboundLostName", "Export")),
      MustHave.of("O03", "names are given by the stack, so that two stacks fit into one account", template -> each(
          template.resources(resource -> Set.of("AWS::SQS::Queue", "AWS::Logs::LogGroup", "AWS::SNS::Topic",
              "AWS::Serverless::Function").contains(resource.get("Type").text())).entrySet(), resource ->
                  Stream.of("QueueName", "LogGroupName", "TopicName", "FunctionName").flatMap(name -> {
                    Node given = resource.getValue().get("Properties", name);
                    return unless(!given.exists() || given.get("Fn::Sub").text().contains("${AWS::StackName}"),
                        resource.getKey());
                  })),
          with("outbound.fifo", "Resources", "OutboundMessages", "Properties", "QueueName"),
          with("/aws/lambda/browse-inbox", "Resources", "BrowseInboxLogs", "Properties", "LogGroupName"),
          with("browse-inbox", "Resources", "BrowseInboxFunction", "Properties", "FunctionName")));

  private OutputMustHaves() {}

  private static boolean exported(Template template, String output) {
    return template.get("Outputs", output, "Export", "Name", "Fn::Sub").is("${AWS::StackName}-" + output);
  }
}
