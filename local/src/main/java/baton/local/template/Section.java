package baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A map in the template that remembers what was read of it: what nobody has read is an error, never silence. Values
/// are resolved when they are read, so that what only matters in AWS need not resolve here.
final class Section {

  private final String where;
  private final JsonNode node;
  private final Intrinsics intrinsics;
  private final Set<String> read = new HashSet<>();

  Section(String where, JsonNode node, Intrinsics intrinsics) {
    this.where = where;
    this.node = node;
    this.intrinsics = intrinsics;
  }

  String where() {
    return where;
  }

  Optional<JsonNode> value(String name) {
    read.add(name);
    return node.has(name) ? intrinsics.resolve(node.get(name)) : Optional.empty();
  }

  JsonNode required(String name) {
    return value(name).orElseThrow(() -> new TemplateException(where + ": " + name + " is missing"));
  }

  Optional<String> text(String name) {
    return value(name).map(JsonNode::asText);
  }

  int number(String name, int otherwise) {
    return value(name).map(JsonNode::asInt).orElse(otherwise);
  }

  boolean flag(String name) {
    return value(name).map(JsonNode::asBoolean).orElse(false);
  }

  Optional<Duration> seconds(String name) {
    return value(name).map(JsonNode::asLong).map(Duration::ofSeconds);
  }

  List<String> texts(String name) {
    return value(name).map(list -> list.valueStream().map(JsonNode::asText).toList()).orElse(List.of());
  }

  /// The section below a name; an empty one if there is none.
  Section section(String name) {
    read.add(name);
    return new Section(where + "." + name, node.path(name), intrinsics);
  }

  /// The sections below a name, by their names.
  Map<String, Section> sections(String name) {
    read.add(name);
    var sections = new LinkedHashMap<String, Section>();
    node.path(name).properties().forEach(field -> sections.put(field.getKey(),
        new Section(where + "." + name + "." + field.getKey(), field.getValue(), intrinsics)));
    return sections;
  }

  /// Reads a section to its end.
  <T> T whole(Function<Section, T> reader) {
    var result = reader.apply(this);
    nothingElse();
    return result;
  }

  /// What has no meaning on one machine.
  Section ignore(String... names) {
    read.addAll(List.of(names));
    return this;
  }

  void require(String name, String only) {
    text(name).filter(value -> !value.equals(only)).ifPresent(value -> {
      throw new TemplateException(
          "%s: %s %s is not supported by the local run, only %s".formatted(where, name, value, only));
    });
  }

  void nothingElse() {
    var unread = new ArrayList<String>();
    node.fieldNames().forEachRemaining(name -> {
      if (!read.contains(name)) {
        unread.add(name);
      }
    });
    if (!unread.isEmpty()) {
      throw new TemplateException(where + ": the local run does not know " + String.join(", ", unread));
    }
  }
}
