package baton.table.meter;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The indexes of the table, as template.yaml says: their keys and what they hold of an item.
public record TableShape(List<Index> indexes) {

  /// One index.
  ///
  /// @param included the attributes that it holds besides keys
  public record Index(String name, String hash, String range, Set<String> included) {

    /// What stands of an item in this index; none where it lacks a key.
    public Optional<Map<String, AttributeValue>> entry(Map<String, AttributeValue> item) {
      if (!item.containsKey(hash) || !item.containsKey(range)) {
        return Optional.empty();
      }
      var held = new HashSet<>(included);
      held.addAll(List.of("pk", "sk", hash, range));
      var entry = new HashMap<>(item);
      entry.keySet().retainAll(held);
      return Optional.of(Map.copyOf(entry));
    }
  }

  /// The index of that name.
  public Index index(String name) {
    return indexes.stream().filter(index -> index.name().equals(name)).findFirst().orElseThrow();
  }

  /// As template.yaml has it, wherever the tests are started from.
  public static TableShape ofTemplate() {
    return OfTemplate.SHAPE;
  }

  // Read once: the template is long, and each table in memory asks.
  private static final class OfTemplate {
    static final TableShape SHAPE = readTemplate();
  }

  private static TableShape readTemplate() {
    var file = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(folder -> folder.resolve("template.yaml"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no template.yaml above " + Path.of("").toAbsolutePath()));
    try {
      // Composed, not constructed: CloudFormation's own tags mean nothing here and need not be known.
      var root = new Yaml().compose(new StringReader(Files.readString(file)));
      var indexes = at(root, "Resources", "Table", "Properties", "GlobalSecondaryIndexes");
      return new TableShape(items(indexes).map(TableShape::index).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Index index(Node node) {
    var keys = items(at(node, "KeySchema")).map(key -> text(at(key, "AttributeName"))).toList();
    var projection = at(node, "Projection");
    Set<String> included = switch (text(at(projection, "ProjectionType"))) {
      case "INCLUDE" -> new HashSet<>(items(at(projection, "NonKeyAttributes")).map(TableShape::text).toList());
      case "KEYS_ONLY" -> Set.of();
      case String type -> throw new IllegalArgumentException("a projection that Baton does not use: " + type);
    };
    return new Index(text(at(node, "IndexName")), keys.get(0), keys.get(1), Set.copyOf(included));
  }

  private static Node at(Node node, String... path) {
    var at = node;
    for (String step : path) {
      at = ((MappingNode) at).getValue().stream()
          .filter(tuple -> text(tuple.getKeyNode()).equals(step))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("template.yaml lacks " + String.join("/", path)))
          .getValueNode();
    }
    return at;
  }

  private static Stream<Node> items(Node node) {
    return ((SequenceNode) node).getValue().stream();
  }

  private static String text(Node node) {
    return ((ScalarNode) node).getValue();
  }
}
