package baton.suite.template;

import static baton.suite.template.MustHave.each;
import static baton.suite.template.MustHave.unless;
import static baton.suite.template.MustHave.with;
import static baton.suite.template.MustHave.without;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the stack tells those who come after it: people, scripts, and the alarms.
final class OutputMustHaves {

  private static final Pattern PLACE = Pattern.compile("\\$\\{([^!}]+)}");

  private static final Map<String, String> TOLD = Map.of(
      "ConversationEventsTopic", "ConversationEvents",
      "AssigneeNotificationsTopic", "AssigneeNotifications",
      "OutboundQueueUrl", "OutboundMessages");

  static final List<MustHave> ALL = List.of(
      MustHave.of("O01", "the stack tells its URL, table, topics and queue",
          template -> Stream.concat(
              Stream.concat(
                  unless(template.get("Outputs", "ApiUrl", "Value", "Fn::Sub").text().contains("//${Api}."), "url"),
                  unless(template.get("Outputs", "TableName", "Value"),
                      template.get("Globals", "Function", "Environment", "Variables", "TABLE_NAME").value(),
                      "TableName")),
              each(TOLD.entrySet(), told -> unless(
                  template.get("Outputs", told.getKey(), "Value", "Ref"), told.getValue(), told.getKey()))),
          without("Outputs", "ApiUrl"),
          without("Outputs", "TableName"),
          with(Map.of("Ref", "ConversationEvents"), "Outputs", "AssigneeNotificationsTopic", "Value")),
      MustHave.of("O02", "every queue of dead letters can be watched from outside", template -> each(
          template.resources("AWS::SQS::Queue").keySet(), queue -> unless(queue.equals("OutboundMessages")
              || exported(template, queue), queue + " is not exported")),
          without("Outputs", "StreamDeadLettersName"),
          with(Map.of("Fn::GetAtt", List.of("OutboundLost", "QueueName")), "Outputs", "StreamDeadLettersName", "Value"),
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
          with("browse-inbox", "Resources", "BrowseInboxFunction", "Properties", "FunctionName")),
      MustHave.of("O04", "every reference leads somewhere", OutputMustHaves::strayReferences,
          without("Resources", "ConversationEvents"),
          without("Resources", "OutboundLost"),
          without("Resources", "BrowseInboxLogs"),
          without("Parameters", "WhatsAppApi"),
          without("Conditions", "ReserveConcurrency"),
          with(Map.of("Fn::Sub", "${TabelInUse.Value}/index/by-due"), "Resources", "SweepConversationsFunction",
              "Properties", "Policies", "0", "Statement", "0", "Resource")));

  private OutputMustHaves() {}

  private static boolean exported(Template template, String queue) {
    Node output = template.get("Outputs", queue + "Name");
    return output.get("Export", "Name", "Fn::Sub").is("${AWS::StackName}-" + queue + "Name")
        && output.get("Value", "Fn::GetAtt").is(List.of(queue, "QueueName"));
  }

  private static Stream<String> strayReferences(Template template) {
    Set<String> known = new HashSet<>(template.get("Resources").entries().keySet());
    known.addAll(template.get("Parameters").entries().keySet());
    Set<String> conditions = template.get("Conditions").entries().keySet();
    List<String> named = new ArrayList<>();
    gather(template.get(), named);
    return each(named, name -> {
      boolean condition = name.startsWith("?");
      String stem = name.replaceFirst("^\\?", "").replaceFirst("\\..*", "");
      return unless(stem.startsWith("AWS::") || (condition ? conditions : known).contains(stem), name + " is nowhere");
    });
  }

  /// The names that `Ref`, `Fn::GetAtt`, `Fn::Sub` and, with a question mark before them, `Fn::If` speak of.
  private static void gather(Node node, List<String> named) {
    node.entries().forEach((key, below) -> {
      switch (key) {
        case "Ref" -> named.add(below.text());
        case "Fn::GetAtt" -> named.add(below.get("0").text());
        case "Fn::If" -> named.add("?" + below.get("0").text());
        case "Fn::Sub" -> PLACE.matcher(below.text()).results().forEach(place -> named.add(place.group(1)));
        default -> { }
      }
      gather(below, named);
    });
    if (node.value() instanceof List<?>) {
      node.items().forEach(member -> gather(member, named));
    }
  }
}
