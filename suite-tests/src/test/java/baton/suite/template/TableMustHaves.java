package baton.suite.template;

import static baton.suite.template.MustHave.each;
import static baton.suite.template.MustHave.unless;
import static baton.suite.template.MustHave.with;
import static baton.suite.template.MustHave.without;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the table must have: it is the one thing that cannot be made again.
final class TableMustHaves {

  private static final List<String> KEYS =
      List.of("pk", "sk", "folder", "folderSort", "period", "periodSort", "due", "dueAt");

  private record Index(String name, List<String> keys, String projection) {}

  private static final List<Index> INDEXES = List.of(
      new Index("by-folder", List.of("folder", "folderSort"), "INCLUDE"),
      new Index("by-time", List.of("period", "periodSort"), "INCLUDE"),
      new Index("by-due", List.of("due", "dueAt"), "KEYS_ONLY"));

  private static final Set<String> TRAFFIC =
      Set.of("lastKey", "lateKey", "lastAt", "lastFrom", "preview", "unread", "readAt", "waitingSince", "version");

  /// AWS takes no more of one index: CreateTable fails. DynamoDB Local does not mind.
  private static final int MOST_PROJECTED = 20;

  static final List<MustHave> ALL = List.of(
      setting("T01", "the table costs nothing while nobody writes", "PAY_PER_REQUEST", "BillingMode"),
      setting("T02", "the stream carries both images", "NEW_AND_OLD_IMAGES", "StreamSpecification", "StreamViewType"),
      setting("T03", "what expires is removed by `expiresAt`", "expiresAt", "TimeToLiveSpecification",
          "AttributeName"),
      setting("T04", "expiry is switched on", true, "TimeToLiveSpecification", "Enabled"),
      setting("T05", "the table can be restored to any second", true, "PointInTimeRecoverySpecification",
          "PointInTimeRecoveryEnabled"),
      setting("T06", "the table cannot be deleted by mistake", true, "DeletionProtectionEnabled"),
      setting("T07", "the table is encrypted with a key that can be audited", true, "SSESpecification", "SSEEnabled"),
      MustHave.of("T08", "the table outlives its stack, and its own replacement",
          template -> Stream.of("DeletionPolicy", "UpdateReplacePolicy").flatMap(
              policy -> unless(template.get("Resources", "Table", policy), "Retain", policy)),
          without("Resources", "Table", "DeletionPolicy"),
          with("Delete", "Resources", "Table", "UpdateReplacePolicy")),
      MustHave.of("T09", "the table has no name of its own: a retained one would stand in the way of the next",
          template -> unless(table(template).get("TableName"), null, "TableName"),
          with("baton", "Resources", "Table", "Properties", "TableName")),
      MustHave.of("T10", "pk and sk are the key, and every key is text", TableMustHaves::keys,
          with("N", "Resources", "Table", "Properties", "AttributeDefinitions", "7", "AttributeType"),
          without("Resources", "Table", "Properties", "AttributeDefinitions", "3"),
          with("folder", "Resources", "Table", "Properties", "KeySchema", "1", "AttributeName")),
      MustHave.of("T11", "the indexes are these three, each with no more than AWS takes", TableMustHaves::indexes,
          without("Resources", "Table", "Properties", "GlobalSecondaryIndexes", "2"),
          with("ALL", "Resources", "Table", "Properties", "GlobalSecondaryIndexes", "2", "Projection",
              "ProjectionType"),
          with(IntStream.rangeClosed(0, MOST_PROJECTED).mapToObj(Integer::toString).toList(), "Resources", "Table",
              "Properties", "GlobalSecondaryIndexes", "0", "Projection", "NonKeyAttributes"),
          with(List.of("type", "type"), "Resources", "Table", "Properties", "GlobalSecondaryIndexes", "1",
              "Projection", "NonKeyAttributes"),
          with("dueAt", "Resources", "Table", "Properties", "GlobalSecondaryIndexes", "0", "KeySchema", "1",
              "AttributeName")),
      MustHave.of("T13", "what every message changes of a head stands in one index: more would cost a unit each",
          TableMustHaves::traffic,
          with(List.of("type", "lastAt"), "Resources", "Table", "Properties", "GlobalSecondaryIndexes", "1",
              "Projection", "NonKeyAttributes")),
      MustHave.of("T14", "a restored table can take the table's place: by name, by right and by stream",
          TableMustHaves::inUse,
          with(Map.of("Ref", "Table"), "Globals", "Function", "Environment", "Variables", "TABLE_NAME"),
          with(Map.of("Fn::GetAtt", List.of("Table", "Arn")), "Resources", "TableInUse", "Properties", "Value"),
          with(Map.of("Fn::GetAtt", List.of("Table", "StreamArn")), "Resources", "PublishEventsFunction", "Properties",
              "Events", "Stream", "Properties", "Stream"),
          with("baton-restored", "Parameters", "RestoredTable", "Default")),
      MustHave.of("T12", "there is one table",
          template -> unless(template.resources("AWS::DynamoDB::Table").size() == 1, "not one table"),
          with(Map.of("Type", "AWS::DynamoDB::Table"), "Resources", "Another"),
          without("Resources", "Table")));

  private TableMustHaves() {}

  private static MustHave setting(String id, String sentence, Object value, String... place) {
    String[] path = Stream.concat(Stream.of("Resources", "Table", "Properties"), Stream.of(place))
        .toArray(String[]::new);
    return MustHave.of(id, sentence, template -> unless(template.get(path), value, String.join("/", place)),
        without(path), with(value instanceof Boolean ? false : "other", path));
  }

  private static Node table(Template template) {
    return template.get("Resources", "Table", "Properties");
  }

  private static Stream<String> keys(Template template) {
    Map<String, String> types = table(template).get("AttributeDefinitions").items().stream().collect(
        Collectors.toMap(a -> a.get("AttributeName").text(), a -> a.get("AttributeType").text()));
    return Stream.of(
        unless(schema(table(template)).equals(List.of("pk HASH", "sk RANGE")), "keys " + schema(table(template))),
        unless(types.keySet().equals(Set.copyOf(KEYS)), "attributes " + new TreeSet<>(types.keySet())),
        unless(types.values().stream().allMatch("S"::equals), "types " + types)).flatMap(fault -> fault);
  }

  private static Stream<String> indexes(Template template) {
    Map<String, Node> found = table(template).get("GlobalSecondaryIndexes").items().stream().collect(
        Collectors.toMap(index -> index.get("IndexName").text(), index -> index));
    return Stream.concat(unless(found.size() == INDEXES.size(), "indexes " + found.keySet()), each(INDEXES, index -> {
      Node node = found.getOrDefault(index.name(), new Node(null));
      List<String> projected = projected(node);
      return Stream.of(
          unless(schema(node).equals(List.of(index.keys().get(0) + " HASH", index.keys().get(1) + " RANGE")),
              index.name() + " keys " + schema(node)),
          unless(node.get("Projection", "ProjectionType"), index.projection(), index.name()),
          unless(projected.size() <= MOST_PROJECTED, index.name() + " projects " + projected.size()),
          unless(Set.copyOf(projected).size() == projected.size(), index.name() + " projects something twice"))
          .flatMap(fault -> fault);
    }));
  }

  private static Stream<String> traffic(Template template) {
    return each(table(template).get("GlobalSecondaryIndexes").items(), index -> unless(
        index.get("IndexName").is("by-folder") || projected(index).stream().noneMatch(TRAFFIC::contains),
        index.get("IndexName").text() + " holds " + projected(index)));
  }

  private static List<String> projected(Node index) {
    return index.get("Projection", "NonKeyAttributes").texts();
  }

  private static Stream<String> inUse(Template template) {
    Node name = template.get("Globals", "Function", "Environment", "Variables", "TABLE_NAME");
    Node arn = template.get("Resources", "TableInUse", "Properties", "Value");
    Node stream =
        template.get("Resources", "PublishEventsFunction", "Properties", "Events", "Stream", "Properties", "Stream");
    return Stream.of(
        either(name, "Ref", "RestoredTable", "Ref", "Table"),
        either(arn, "Fn::Sub",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${RestoredTable}",
            "Fn::GetAtt", List.of("Table", "Arn")),
        either(stream, "Fn::Sub", "${TableInUse.Value}/stream/${RestoredStream}",
            "Fn::GetAtt", List.of("Table", "StreamArn")),
        unless(template.get("Parameters", "RestoredTable", "Default"), "", "RestoredTable"))
        .flatMap(fault -> fault);
  }

  private static Stream<String> either(Node choice, String call, Object restored, String otherCall, Object own) {
    Node value = choice.get("Fn::If");
    return unless(value.get("0").is("Restored") && value.get("1", call).is(restored)
        && value.get("2", otherCall).is(own), "not the table in use: " + choice.value());
  }

  private static List<String> schema(Node holder) {
    return holder.get("KeySchema").items().stream()
        .map(key -> key.get("AttributeName").text() + " " + key.get("KeyType").text()).toList();
  }
}
