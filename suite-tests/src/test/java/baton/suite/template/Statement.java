package baton.suite.template;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A statement of a function's role, as IAM would hold it against a call: all conditions at once, all keys of a call
/// against this one statement.
public record Statement(String function, String sid, Set<String> actions, String resource, List<String> keys,
    List<String> notKeys, Set<String> attributes, Set<String> returned, boolean needsKeys, boolean transactionOnly) {

  private static final String LEADING_KEYS = "dynamodb:LeadingKeys";
  private static final String INDEX = "${TableInUse.Value}/index/";

  /// A call to DynamoDB. `resource` is `Table` or the name of an index; a write inside a transaction is a call of its
  /// own action with `inTransaction`. `attributes` are all those it names, its key's too; `returned` is what an update
  /// asks for, `NONE` if it does not say.
  public record Call(String action, String resource, List<String> keys, boolean inTransaction, Set<String> attributes,
      String returned) {

    static Call of(String action, String... keys) {
      return new Call("dynamodb:" + action, "Table", List.of(keys), false, Set.of("pk", "sk", "text"), "NONE");
    }

    Call inATransaction() {
      return new Call(action, resource, keys, true, attributes, returned);
    }

    Call on(String index) {
      return new Call(action, index, keys, inTransaction, attributes, returned);
    }

    Call touching(String... names) {
      return new Call(action, resource, keys, inTransaction, Set.of(names), returned);
    }
  }

  /// The statements of all roles.
  public static List<Statement> of(Template template) {
    return template.functions().stream()
        .flatMap(function -> function.statements().stream()
            .flatMap(node -> node.get("Resource").items().stream()
                .map(resource -> read(function.id(), node, resource))))
        .toList();
  }

  private static Statement read(String function, Node node, Node resource) {
    Node conditions = node.get("Condition");
    return new Statement(function, node.get("Sid").text(), Set.copyOf(node.get("Action").texts()), name(resource),
        conditions.get("ForAllValues:StringLike", LEADING_KEYS).texts(),
        conditions.get("ForAllValues:StringNotLike", LEADING_KEYS).texts(),
        Set.copyOf(conditions.get("ForAllValues:StringEquals", "dynamodb:Attributes").texts()),
        Set.copyOf(conditions.get("StringEqualsIfExists", "dynamodb:ReturnValues").texts()),
        conditions.get("Null", LEADING_KEYS).is("false"),
        conditions.get("ForAnyValue:StringEquals", "dynamodb:EnclosingOperation").texts()
            .equals(List.of("TransactWriteItems")));
  }

  private static String name(Node resource) {
    String sub = resource.get("Fn::Sub").text();
    if (sub.startsWith(INDEX)) {
      return sub.substring(INDEX.length());
    }
    // Rights on the stack's own table alone would be none on a restored one: they are no rights on "the table".
    return switch (resource.target()) {
      case "TableInUse" -> "Table";
      case "Table" -> "the stack's own table";
      case String other -> other;
    };
  }

  public boolean allows(Call call) {
    return actions.contains(call.action())
        && resource.equals(call.resource())
        && (!needsKeys || !call.keys().isEmpty())
        && (keys.isEmpty() || call.keys().stream().allMatch(key -> like(keys, key)))
        && call.keys().stream().noneMatch(key -> like(notKeys, key))
        && (attributes.isEmpty() || attributes.containsAll(call.attributes()))
        && (returned.isEmpty() || returned.contains(call.returned()))
        && (!transactionOnly || call.inTransaction());
  }

  /// Whether the role of a function allows a call.
  public static boolean allowed(List<Statement> statements, String function, Call call) {
    return statements.stream().anyMatch(statement -> statement.function().equals(function) && statement.allows(call));
  }

  private static boolean like(List<String> patterns, String key) {
    return patterns.stream().anyMatch(pattern -> like(pattern, key));
  }

  /// Whether a key is of IAM's pattern, where `*` and `?` stand for any text, `#` included.
  public static boolean like(String pattern, String key) {
    return Pattern.matches(
        pattern.chars().mapToObj(c -> switch (c) {
          case '*' -> ".*";
          case '?' -> ".";
          default -> Pattern.quote(Character.toString(c));
        }).collect(Collectors.joining()), key);
  }
}
