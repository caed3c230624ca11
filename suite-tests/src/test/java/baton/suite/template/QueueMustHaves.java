package baton.suite.template;

import static baton.suite.template.MustHave.each;
import static baton.suite.template.MustHave.unless;
import static baton.suite.template.MustHave.with;
import static baton.suite.template.MustHave.without;

import baton.delivermessage.DeliverMessageHandler;
import baton.delivermessage.Redelivery;
import baton.wiring.Environment;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What the queues must have, and the one function that reads some of them.
final class QueueMustHaves {

  private static final int FOURTEEN_DAYS = 1_209_600;

  private static final String[] OUTGOING =
      {"Resources", "DeliverMessageFunction", "Properties", "Events", "Outgoing", "Properties"};
  private static final String[] GIVEN_UP =
      {"Resources", "DeliverMessageFunction", "Properties", "Events", "GivenUp", "Properties"};

  static final List<MustHave> ALL = List.of(
      MustHave.of("Q01", "a queue that is read gives up after some tries, and sets aside", QueueMustHaves::redrive,
          without("Resources", "OutboundMessages", "Properties", "RedrivePolicy"),
          without("Resources", "OutboundMessages", "Properties", "RedrivePolicy", "maxReceiveCount"),
          without("Resources", "OutboundDeadLetters", "Properties", "RedrivePolicy"),
          with(Map.of("Fn::GetAtt", List.of("OutboundMessages", "Arn")),
              "Resources", "OutboundDeadLetters", "Properties", "RedrivePolicy", "deadLetterTargetArn")),
      MustHave.of("Q02", "a message stays hidden for six times as long as its function may take",
          QueueMustHaves::visibility,
          without("Resources", "OutboundMessages", "Properties", "VisibilityTimeout"),
          with(30, "Resources", "OutboundDeadLetters", "Properties", "VisibilityTimeout"),
          with(59, "Resources", "DeliverMessageFunction", "Properties", "Timeout")),
      MustHave.of("Q03", "only what failed of a batch comes again, and the channels' hosts are not stormed",
          QueueMustHaves::mapping,
          without(path(OUTGOING, "FunctionResponseTypes")),
          without(path(GIVEN_UP, "FunctionResponseTypes")),
          without(path(OUTGOING, "ScalingConfig")),
          with(11, path(OUTGOING, "BatchSize")),
          with(2, path(OUTGOING, "BatchSize")),
          with(1, path(GIVEN_UP, "ScalingConfig", "MaximumConcurrency"))),
      MustHave.of("Q11", "what a batch may take at worst ends before its function does", QueueMustHaves::inTime,
          with(5, path(OUTGOING, "BatchSize")),
          with(15, "Resources", "DeliverMessageFunction", "Properties", "Timeout")),
      MustHave.of("Q12", "a reply outlasts an outage of an hour, and is given up before the queue forgets it",
          QueueMustHaves::outlasts,
          with(5, "Resources", "OutboundMessages", "Properties", "RedrivePolicy", "maxReceiveCount"),
          with(345_600, "Resources", "OutboundMessages", "Properties", "MessageRetentionPeriod")),
      MustHave.of("Q04", "a queue in order waits for no batch: AWS would refuse it",
          template -> each(reads(template), read -> unless(
              read.properties().get("MaximumBatchingWindowInSeconds"), null, read.name())),
          with(5, path(OUTGOING, "MaximumBatchingWindowInSeconds"))),
      MustHave.of("Q05", "replies leave in order, and what was given up is read by the same function",
          QueueMustHaves::order,
          without(path(GIVEN_UP, "Queue")),
          without("Resources", "DeliverMessageFunction", "Properties", "Events", "GivenUp"),
          without("Resources", "OutboundMessages", "Properties", "FifoQueue")),
      MustHave.of("Q10", "each conversation leaves at its own pace", template -> Stream.concat(
          unless(template.get("Resources", "OutboundMessages", "Properties", "DeduplicationScope"), "messageGroup",
              "DeduplicationScope"),
          unless(template.get("Resources", "OutboundMessages", "Properties", "FifoThroughputLimit"),
              "perMessageGroupId", "FifoThroughputLimit")),
          without("Resources", "OutboundMessages", "Properties", "DeduplicationScope"),
          without("Resources", "OutboundMessages", "Properties", "FifoThroughputLimit")),
      MustHave.of("Q06", "what a queue in order sets aside stays in order", QueueMustHaves::fifo,
          without("Resources", "OutboundDeadLetters", "Properties", "FifoQueue"),
          without("Resources", "OutboundLost", "Properties", "FifoQueue"),
          with("lost", "Resources", "OutboundLost", "Properties", "QueueName")),
      MustHave.of("Q07", "whatever waits is kept for 14 days", QueueMustHaves::retention,
          without("Resources", "StreamDeadLetters", "Properties", "MessageRetentionPeriod"),
          without("Resources", "TopicDeadLetters", "Properties", "MessageRetentionPeriod"),
          without("Resources", "InvocationDeadLetters", "Properties", "MessageRetentionPeriod"),
          without("Resources", "OutboundDeadLetters", "Properties", "MessageRetentionPeriod"),
          with(345_600, "Resources", "OutboundLost", "Properties", "MessageRetentionPeriod")),
      MustHave.of("Q08", "queues are encrypted",
          template -> each(template.resources("AWS::SQS::Queue").entrySet(), queue -> unless(
              queue.getValue().get("Properties", "SqsManagedSseEnabled"), true, queue.getKey())),
          without("Resources", "OutboundMessages", "Properties", "SqsManagedSseEnabled"),
          without("Resources", "StreamDeadLetters", "Properties", "SqsManagedSseEnabled"),
          with(false, "Resources", "OutboundLost", "Properties", "SqsManagedSseEnabled")),
      MustHave.of("Q09", "no queue is there for nothing: each is written to by something", QueueMustHaves::unused,
          with(Map.of("Type", "AWS::SQS::Queue"), "Resources", "Forgotten")));

  private QueueMustHaves() {}

  /// Faults of a place where a topic, a stream, a schedule or a function sets something aside: it must be a queue that
  /// keeps it for 14 days, and not one in order, which only takes from its like.
  static Stream<String> deadLetters(Template template, Node destination, String whose) {
    Node inOrder = template.get("Resources", destination.target(), "Properties", "FifoQueue");
    return Stream.concat(keeps(template, destination, whose), unless(inOrder, null, destination.target()));
  }

  private static Stream<String> keeps(Template template, Node destination, String whose) {
    Node queue = template.get("Resources", destination.target());
    return destination.target().isEmpty() || !queue.get("Type").is("AWS::SQS::Queue")
        ? Stream.of(whose + " sets nothing aside")
        : unless(queue.get("Properties", "MessageRetentionPeriod"), FOURTEEN_DAYS, destination.target());
  }

  private static List<LambdaFunction.Event> reads(Template template) {
    return template.functions().stream().flatMap(function -> function.events("SQS").stream()).toList();
  }

  private static Node queue(Template template, LambdaFunction.Event read) {
    return template.get("Resources", read.properties().get("Queue").target(), "Properties");
  }

  private static Stream<String> redrive(Template template) {
    return each(reads(template), read -> {
      Node policy = queue(template, read).get("RedrivePolicy");
      Node target = policy.get("deadLetterTargetArn");
      return Stream.of(
          unless(policy.get("maxReceiveCount").number() >= 3, read.name() + " is never given up"),
          unless(!leadsBack(template, read.properties().get("Queue").target()), read.name() + " goes in a circle"),
          keeps(template, target, read.name())).flatMap(fault -> fault);
    });
  }

  private static boolean leadsBack(Template template, String queue) {
    Set<String> seen = new HashSet<>();
    String at = queue;
    while (!at.isEmpty() && seen.add(at)) {
      at = template.get("Resources", at, "Properties", "RedrivePolicy", "deadLetterTargetArn").target();
    }
    return !at.isEmpty();
  }

  private static Stream<String> visibility(Template template) {
    return each(reads(template), read -> {
      long timeout = template.function(read.function()).properties().get("Timeout").number();
      long hidden = queue(template, read).get("VisibilityTimeout").number();
      return unless(hidden >= 6 * timeout, read.name() + " is hidden for " + hidden + " s, may take " + timeout);
    });
  }

  private static Stream<String> mapping(Template template) {
    return each(reads(template), read -> {
      long concurrency = read.properties().get("ScalingConfig", "MaximumConcurrency").number();
      long batch = read.properties().get("BatchSize").number();
      return Stream.of(
          unless(read.properties().get("FunctionResponseTypes"), List.of("ReportBatchItemFailures"), read.name()),
          unless(concurrency >= 2 && concurrency <= 50, read.name() + " concurrency " + concurrency),
          // A queue in order hands over nothing of a conversation while anything of it is hidden.
          unless(batch == 1, read.name() + " batch " + batch)).flatMap(fault -> fault);
    });
  }

  private static Stream<String> inTime(Template template) {
    var call = Duration.ofMillis(new Environment(Map.of()).callTimeoutMillis());
    return each(reads(template), read -> {
      var worst = DeliverMessageHandler.longest(call).multipliedBy(read.properties().get("BatchSize").number());
      long timeout = template.function(read.function()).properties().get("Timeout").number();
      return unless(worst.toSeconds() < timeout, read.name() + " takes " + worst + " in " + timeout + " s");
    });
  }

  private static Stream<String> outlasts(Template template) {
    Node queue = template.get("Resources", "OutboundMessages", "Properties");
    int receipts = (int) queue.get("RedrivePolicy", "maxReceiveCount").number();
    var survives = Redelivery.survives(receipts);
    var asked = Redelivery.LONGEST_ASKED.multipliedBy(receipts);
    return Stream.concat(
        unless(survives.compareTo(Duration.ofHours(1)) > 0, "a reply is given up after " + survives),
        unless(asked.toSeconds() < queue.get("MessageRetentionPeriod").number(), "providers may ask for " + asked));
  }

  private static Stream<String> order(Template template) {
    List<String> read = reads(template).stream()
        .map(event -> event.function() + " " + event.name() + " " + event.properties().get("Queue").target()).toList();
    return Stream.concat(
        unless(read.equals(List.of("DeliverMessageFunction Outgoing OutboundMessages",
            "DeliverMessageFunction GivenUp OutboundDeadLetters")), "read are " + read),
        unless(template.get("Resources", "OutboundMessages", "Properties", "FifoQueue"), true, "OutboundMessages"));
  }

  private static Stream<String> fifo(Template template) {
    return each(template.resources("AWS::SQS::Queue").entrySet(), queue -> {
      Node properties = queue.getValue().get("Properties");
      boolean inOrder = properties.get("FifoQueue").is(true);
      boolean named = properties.get("QueueName", "Fn::Sub").text().matches("\\$\\{AWS::StackName}-[a-z-]+\\.fifo");
      String aside = properties.get("RedrivePolicy", "deadLetterTargetArn").target();
      boolean asideInOrder = template.get("Resources", aside, "Properties", "FifoQueue").is(true);
      return Stream.concat(
          unless(inOrder ? named : !properties.get("QueueName").exists(), queue.getKey() + " is misnamed"),
          unless(aside.isEmpty() || inOrder == asideInOrder, queue.getKey() + " loses its order"));
    });
  }

  private static Stream<String> retention(Template template) {
    return each(template.resources("AWS::SQS::Queue").entrySet(), queue -> unless(
        queue.getValue().get("Properties", "MessageRetentionPeriod").is(FOURTEEN_DAYS), queue.getKey()));
  }

  private static Stream<String> unused(Template template) {
    String all = template.get("Resources").text();
    return each(template.resources("AWS::SQS::Queue").keySet(),
        queue -> unless(all.contains("=[" + queue + ", Arn]"), queue + " is written to by nothing"));
  }

  private static String[] path(String[] start, String... rest) {
    return Stream.concat(Stream.of(start), Stream.of(rest)).toArray(String[]::new);
  }
}
