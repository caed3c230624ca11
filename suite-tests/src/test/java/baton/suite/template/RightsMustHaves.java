package baton.suite.template;

import static baton.suite.template.MustHave.each;
import static baton.suite.template.MustHave.unless;
import static baton.suite.template.MustHave.with;
import static baton.suite.template.MustHave.without;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the roles must have, or rather must not.
final class RightsMustHaves {

  private static final Set<String> READS = Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");
  private static final Set<String> WRITES = Set.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem",
      "dynamodb:ConditionCheckItem");
  private static final Set<String> SENDS = Set.of("sns:Publish", "sqs:SendMessage", "sqs:ChangeMessageVisibility");
  private static final Set<String> INDEXES = Set.of("by-folder", "by-time", "by-due");

  /// All that a condition may be made of. Whoever judges a call by these statements must know every one of them.
  private static final Set<String> CONDITIONS = Set.of(
      "Null dynamodb:LeadingKeys", "ForAllValues:StringLike dynamodb:LeadingKeys",
      "ForAllValues:StringNotLike dynamodb:LeadingKeys", "ForAllValues:StringEquals dynamodb:Attributes",
      "StringEqualsIfExists dynamodb:ReturnValues", "ForAnyValue:StringEquals dynamodb:EnclosingOperation");

  private static final Pattern FAMILY =
      Pattern.compile("WS#\\*|WS#\\*#(\\*|(CONV|LOG|CONTACT|AGENT|TEAM|ONCE|TOLD)#.+)"
          + "|CHANNEL#\\*|CHANNEL#\\*#(\\*|(SENT|SEEN)#\\*|QUARANTINE|AUDIENCE)|LOGIN#\\*");

  private static final Set<String> MARKER = Set.of("pk", "sk", "due", "dueAt");
  private static final Set<String> TIMER = Set.of("pk", "sk", "due", "dueAt", "status", "version");
  private static final Set<String> NOT_THE_WHOLE_ITEM = Set.of("NONE", "UPDATED_OLD", "UPDATED_NEW");

  /// Traffic, markers, notices and outcomes: writes of one item that may be repeated. All others are transactions.
  private static final Set<String> SINGLE_WRITES = Set.of(
      "IngestMessageFunction KeepsMessagesAndGuards", "IngestMessageFunction TouchesHeadsAndReceipts",
      "TrackPresenceFunction MarksRead", "TrackPresenceFunction DeclaresAvailability",
      "PublishEventsFunction RemovesTheMarker",
      "SendNotificationsFunction KeepsNotices", "DeliverMessageFunction RecordsTheOutcome",
      "DeliverMessageFunction MarksAStoppedChannel",
      "SweepConversationsFunction RemovesTheMarker",
      "SweepConversationsFunction MovesTheTimer");

  private static final String[] CLAIM =
      {"Resources", "AssignConversationFunction", "Properties", "Policies", "0", "Statement"};
  private static final String[] SWEEP =
      {"Resources", "SweepConversationsFunction", "Properties", "Policies", "0", "Statement"};
  private static final String[] BROWSE =
      {"Resources", "BrowseInboxFunction", "Properties", "Policies", "0", "Statement"};
  private static final String[] PUBLISH =
      {"Resources", "PublishEventsFunction", "Properties", "Policies", "0", "Statement"};

  static final List<MustHave> ALL = List.of(
      MustHave.of("R01", "every function has a role of its own, written out in its policies", RightsMustHaves::roles,
          with("arn:aws:iam::1:role/all", "Resources", "BrowseInboxFunction", "Properties", "Role"),
          with(List.of("AmazonDynamoDBFullAccess"), "Resources", "BrowseInboxFunction", "Properties", "Policies"),
          without("Resources", "BrowseInboxFunction", "Properties", "Policies"),
          without("Resources", "BrowseInboxFunction", "Properties", "Policies", "0", "Version"),
          with("Loads", path(CLAIM, "1", "Sid"))),
      MustHave.of("R02", "rights name their actions one by one, and no Scan is among them", everyStatement(
          (s, node) -> unless(!s.actions().isEmpty() && Stream.of(READS, WRITES, SENDS).flatMap(Set::stream)
              .collect(Collectors.toSet()).containsAll(s.actions()) && node.get("Effect").is("Allow"), name(s))),
          with(List.of("dynamodb:Scan"), path(BROWSE, "0", "Action")),
          with("dynamodb:*", path(CLAIM, "1", "Action")),
          without(path(CLAIM, "1", "Action")),
          with(List.of("dynamodb:BatchWriteItem"), path(CLAIM, "1", "Action"))),
      MustHave.of("R03", "rights name what they are for: the table, an index, a topic, a queue", everyStatement(
          (s, node) -> unless(s.actions().stream().allMatch(action -> resource(s.resource()).test(action)), name(s))),
          with("*", path(CLAIM, "0", "Resource")),
          with(Map.of("Fn::Sub", "${TableInUse.Value}/index/*"), path(BROWSE, "1", "Resource", "0")),
          with(Map.of("Fn::GetAtt", List.of("Table", "Arn")), path(CLAIM, "0", "Resource")),
          with(Map.of("Ref", "AssigneeNotifications"), path(PUBLISH, "2", "Resource")),
          without(path(CLAIM, "0", "Resource"))),
      MustHave.of("R04", "rights on the table name the families of its keys, and hold only where a key is given",
          everyStatement((s, node) -> s.resource().equals("Table")
              ? unless(s.needsKeys() && !s.keys().isEmpty()
                  && Stream.concat(s.keys().stream(), s.notKeys().stream())
                      .allMatch(key -> FAMILY.matcher(key).matches()), name(s))
              : unless(node.get("Condition"), null, name(s))),
          without(path(CLAIM, "0", "Condition")),
          without(path(CLAIM, "0", "Condition", "Null")),
          with(true, path(CLAIM, "0", "Condition", "Null", "dynamodb:LeadingKeys")),
          without(path(CLAIM, "1", "Condition", "ForAllValues:StringLike")),
          with(List.of("*"), path(CLAIM, "1", "Condition", "ForAllValues:StringLike", "dynamodb:LeadingKeys")),
          with(List.of("CONV#*"), path(CLAIM, "1", "Condition", "ForAllValues:StringLike", "dynamodb:LeadingKeys"))),
      MustHave.of("R05", "conditions are of the known kinds", everyStatement(
          (s, node) -> node.get("Condition").entries().entrySet().stream().flatMap(operator ->
              operator.getValue().entries().keySet().stream().flatMap(key ->
                  unless(CONDITIONS.contains(operator.getKey() + " " + key), name(s) + " " + operator + " " + key)))),
          with(Map.of("dynamodb:LeadingKeys", List.of("WS#*")), path(CLAIM, "1", "Condition", "StringLike")),
          with("x", path(CLAIM, "1", "Condition", "Null", "aws:SourceIp")),
          with(List.of("false"), path(CLAIM, "1", "Condition", "null", "dynamodb:LeadingKeys"))),
      MustHave.of("R06", "the log is added to in transactions, and never changed but for its marker",
          everyStatement((s, node) -> log(s)),
          without(path(CLAIM, "1", "Condition", "ForAnyValue:StringEquals")),
          with(List.of("dynamodb:UpdateItem"), path(CLAIM, "1", "Action")),
          with(List.of("dynamodb:PutItem", "dynamodb:DeleteItem"), path(CLAIM, "1", "Action")),
          without(path(PUBLISH, "0", "Condition", "ForAllValues:StringEquals")),
          with(List.of("pk", "sk", "due", "dueAt", "actor"),
              path(PUBLISH, "0", "Condition", "ForAllValues:StringEquals", "dynamodb:Attributes"))),
      MustHave.of("R07", "who only looks cannot write", template -> each(
          Statement.of(template).stream().filter(s -> Set.of("BrowseInboxFunction", "AuthorizeRequestFunction")
              .contains(s.function())).toList(), s -> unless(READS.containsAll(s.actions()), name(s))),
          with(List.of("dynamodb:UpdateItem"), path(BROWSE, "0", "Action")),
          with(List.of("dynamodb:PutItem"), "Resources", "AuthorizeRequestFunction", "Properties", "Policies", "0",
              "Statement", "0", "Action")),
      MustHave.of("R08", "only those who must may publish, send or put off, and nobody from a request", RightsMustHaves::senders,
          with(List.of(Map.of("Statement", List.of(Map.of("Sid", "S", "Effect", "Allow", "Action", "sns:Publish",
              "Resource", Map.of("Ref", "ConversationEvents"))))),
              "Resources", "IngestMessageFunction", "Properties", "Policies"),
          without(path(PUBLISH, "1")),
          without(path(PUBLISH, "2"))),
      MustHave.of("R09", "what may be written one by one is named, all else is written in transactions",
          everyStatement((s, node) -> unless(READS.containsAll(s.actions()) || SENDS.containsAll(s.actions())
              || s.transactionOnly() != SINGLE_WRITES.contains(name(s)), name(s))),
          without(path(CLAIM, "2", "Condition", "ForAnyValue:StringEquals")),
          with(List.of("UpdateItem"), path(CLAIM, "2", "Condition", "ForAnyValue:StringEquals",
              "dynamodb:EnclosingOperation")),
          with("WritesAsItLikes", path(PUBLISH, "0", "Sid"))),
      MustHave.of("R10", "who removes a marker or moves a timer touches nothing else, and sees nothing else",
          template -> each(Statement.of(template).stream().filter(s -> SINGLE_WRITES.contains(name(s))
              && Set.of("PublishEventsFunction", "SweepConversationsFunction").contains(s.function())).toList(),
              s -> unless(!s.attributes().isEmpty() && TIMER.containsAll(s.attributes())
                  && NOT_THE_WHOLE_ITEM.equals(s.returned()), name(s))),
          without(path(SWEEP, "5", "Condition", "ForAllValues:StringEquals")),
          without(path(SWEEP, "4", "Condition", "StringEqualsIfExists")),
          with(List.of("pk", "assignee"),
              path(SWEEP, "5", "Condition", "ForAllValues:StringEquals", "dynamodb:Attributes")),
          with(List.of("ALL_NEW"),
              path(PUBLISH, "0", "Condition", "StringEqualsIfExists", "dynamodb:ReturnValues"))));

  private RightsMustHaves() {}

  private interface Check {
    Stream<String> faults(Statement statement, Node node);
  }

  private static Function<Template, Stream<String>> everyStatement(Check check) {
    return template -> each(template.functions(), function -> each(function.statements(), node ->
        each(Statement.of(template).stream().filter(s -> s.function().equals(function.id())
            && s.sid().equals(node.get("Sid").text())).toList(), s -> check.faults(s, node))));
  }

  private static Stream<String> roles(Template template) {
    return each(template.functions(), function -> {
      Set<String> sids = new HashSet<>();
      return Stream.of(
          unless(!function.properties().get("Role").exists(), function.id() + " shares a role"),
          each(function.properties().get("Policies").items(), policy -> Stream.concat(
              unless(policy.get("Version"), "2012-10-17", function.id()),
              unless(policy.get("Statement").exists(), function.id() + " has a policy from elsewhere"))),
          each(function.statements(), s -> unless(s.get("Sid").exists() && sids.add(s.get("Sid").text()),
              function.id() + " " + s.get("Sid").text() + " stands twice"))).flatMap(fault -> fault);
    });
  }

  private static Predicate<String> resource(String name) {
    return action -> switch (action) {
      case "sns:Publish" -> Set.of("ConversationEvents", "AssigneeNotifications").contains(name);
      case "sqs:SendMessage", "sqs:ChangeMessageVisibility" -> name.equals("OutboundMessages");
      case "dynamodb:Query" -> name.equals("Table") || INDEXES.contains(name);
      default -> name.equals("Table");
    };
  }

  private static Stream<String> log(Statement s) {
    boolean reachesLog = s.resource().equals("Table")
        && Stream.of("WS#w#LOG#0123456789abcdef", "WS#w#LOG#contact:0123456789abcdef", "WS#w#LOG#workspace")
            .anyMatch(key -> new Statement(s.function(), s.sid(), s.actions(), s.resource(), s.keys(), s.notKeys(),
                Set.of(), Set.of(), true, false).allows(new Statement.Call(
                    s.actions().iterator().next(), "Table", List.of(key), true, Set.of(), "NONE")));
    return reachesLog ? s.actions().stream().flatMap(action -> switch (action) {
      case "dynamodb:PutItem" -> unless(s.transactionOnly(), name(s) + " adds to the log outside a transaction");
      case "dynamodb:UpdateItem" -> unless(!s.attributes().isEmpty() && MARKER.containsAll(s.attributes()),
          name(s) + " rewrites the log");
      case "dynamodb:DeleteItem" -> Stream.of(name(s) + " forgets");
      default -> Stream.empty();
    }) : Stream.empty();
  }

  private static Stream<String> senders(Template template) {
    Set<String> senders = Statement.of(template).stream().filter(s -> s.actions().stream().anyMatch(SENDS::contains))
        .map(s -> s.function().replace("Function", "") + " > " + s.resource()).collect(Collectors.toSet());
    return unless(senders.equals(Set.of(
        "PublishEvents > ConversationEvents", "PublishEvents > OutboundMessages",
        "SweepConversations > ConversationEvents", "SweepConversations > OutboundMessages",
        "SendNotifications > AssigneeNotifications", "DeliverMessage > OutboundMessages")), "senders " + senders);
  }

  private static String name(Statement statement) {
    return statement.function() + " " + statement.sid();
  }

  private static String[] path(String[] start, String... rest) {
    return Stream.concat(Stream.of(start), Stream.of(rest)).toArray(String[]::new);
  }
}
