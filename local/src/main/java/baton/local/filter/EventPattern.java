package baton.local.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/// A filter pattern: every key it names has to match, `$or` needs one of its branches. Lambda tries it on a record, SNS
/// on a message's attributes or body.
public final class EventPattern {

  private final Predicate<JsonNode> matches;

  private EventPattern(Predicate<JsonNode> matches) {
    this.matches = matches;
  }

  /// Reads a pattern; an operator that is not known is an error here and not when the first event comes.
  public static EventPattern of(JsonNode pattern) {
    return new EventPattern(object(pattern));
  }

  /// What matches one of several patterns; everything, when there is none.
  public static Predicate<JsonNode> anyOf(List<JsonNode> patterns) {
    var read = patterns.stream().map(EventPattern::of).toList();
    return event -> read.isEmpty() || read.stream().anyMatch(pattern -> pattern.matches(event));
  }

  /// Whether an event matches.
  public boolean matches(JsonNode event) {
    return matches.test(event);
  }

  private static Predicate<JsonNode> object(JsonNode pattern) {
    if (!pattern.isObject()) {
      throw new IllegalArgumentException("A filter pattern is an object: " + pattern);
    }
    Predicate<JsonNode> all = _ -> true;
    for (var field : pattern.properties()) {
      all = all.and(field(field.getKey(), field.getValue()));
    }
    return all;
  }

  private static Predicate<JsonNode> field(String name, JsonNode pattern) {
    if (name.equals("$or")) {
      return pattern.valueStream().map(EventPattern::object).reduce(_ -> false, Predicate::or);
    }
    if (pattern.isArray()) {
      var values = ValuePattern.of(pattern);
      return event -> values.matches(event.path(name));
    }
    var inner = object(pattern);
    return event -> event.path(name).isArray()
        ? event.path(name).valueStream().anyMatch(inner)
        : inner.test(event.path(name));
  }
}
