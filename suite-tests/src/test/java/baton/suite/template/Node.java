package baton.suite.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A place in a template. A place that is not there is a node too, an empty one: checks read on without asking first.
public record Node(@Nullable Object value) {

  /// The place below this one: by key in a map, by position in a list.
  public Node get(String... path) {
    Object at = value;
    for (String step : path) {
      at = switch (at) {
        case Map<?, ?> map -> map.get(step);
        case List<?> list when step.matches("\\d+") && Integer.parseInt(step) < list.size() ->
            list.get(Integer.parseInt(step));
        case null, default -> null;
      };
    }
    return new Node(at);
  }

  public boolean exists() {
    return value != null;
  }

  public boolean is(@Nullable Object expected) {
    return Objects.equals(value, expected);
  }

  /// The keys and what is below them; nothing where this is no map.
  public Map<String, Node> entries() {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, below) -> entries.put(String.valueOf(key), new Node(below)));
    }
    return entries;
  }

  /// The members of a list; of a single value, that value; of nothing, nothing.
  public List<Node> items() {
    return switch (value) {
      case List<?> list -> list.stream().map(Node::new).toList();
      case null -> List.of();
      case Object single -> List.of(new Node(single));
    };
  }

  public List<String> texts() {
    return items().stream().map(Node::text).toList();
  }

  public String text() {
    return value == null ? "" : value.toString();
  }

  /// A number, or -1 where there is none.
  public long number() {
    return value instanceof Number number ? number.longValue() : -1;
  }

  /// The resource or parameter that `!Ref` or `!GetAtt` names here; empty where there is neither.
  public String target() {
    Node attribute = get("Fn::GetAtt");
    return attribute.exists() ? attribute.get("0").text() : get("Ref").text();
  }
}
