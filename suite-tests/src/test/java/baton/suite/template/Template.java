package baton.suite.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A template as a tree that can be read, copied and changed in memory.
public final class Template {

  private final Object tree;

  private Template(Object tree) {
    this.tree = tree;
  }

  /// Baton's own template.
  public static Template read() {
    return read(root().resolve("template.yaml"));
  }

  static Template read(Path file) {
    try {
      return new Template(Objects.requireNonNull(copy(CloudFormationYaml.read(Files.readString(file)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The folder of the repository, wherever the tests are started from.
  public static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("template.yaml")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No template.yaml above " + Path.of("").toAbsolutePath()));
  }

  public Node get(String... path) {
    return new Node(tree).get(path);
  }

  public Map<String, Node> resources(String type) {
    return resources(resource -> resource.get("Type").is(type));
  }

  Map<String, Node> resources(Predicate<Node> which) {
    Map<String, Node> found = new LinkedHashMap<>(get("Resources").entries());
    found.values().removeIf(which.negate());
    return found;
  }

  /// The functions, each with what `Globals` says for all of them.
  public List<LambdaFunction> functions() {
    Object globals = get("Globals", "Function").value();
    return resources("AWS::Serverless::Function").entrySet().stream()
        .map(entry -> new LambdaFunction(entry.getKey(),
            new Node(merge(globals, entry.getValue().get("Properties").value())), entry.getValue()))
        .toList();
  }

  LambdaFunction function(String id) {
    return functions().stream().filter(function -> function.id().equals(id)).findFirst()
        .orElse(new LambdaFunction(id, new Node(null), new Node(null)));
  }

  Template copy() {
    return new Template(Objects.requireNonNull(copy(tree)));
  }

  /// Puts a value at a place; the maps on the way are made where they are missing. No value: the place is removed.
  void put(@Nullable Object value, String... path) {
    Object at = tree;
    for (int i = 0; i < path.length - 1; i++) {
      at = below(at, path[i]);
    }
    String last = path[path.length - 1];
    if (at instanceof List<?> list) {
      List<Object> members = members(list);
      int position = Integer.parseInt(last);
      members.remove(position);
      if (value != null) {
        members.add(position, value);
      }
    } else if (value == null) {
      entries(at).remove(last);
    } else {
      entries(at).put(last, value);
    }
  }

  private static Object below(Object at, String step) {
    return at instanceof List<?> list
        ? members(list).get(Integer.parseInt(step))
        : entries(at).computeIfAbsent(step, _ -> new LinkedHashMap<String, Object>());
  }

  /// As SAM does it: maps are merged, but not the intrinsic functions among them; lists are joined.
  private static @Nullable Object merge(
      @Nullable Object common, @Nullable Object own) {
    if (common instanceof Map<?, ?> && own instanceof Map<?, ?> && !intrinsic(common) && !intrinsic(own)) {
      Map<String, Object> merged = new LinkedHashMap<>(entries(common));
      entries(own).forEach((key, value) -> merged.put(key, Objects.requireNonNull(merge(merged.get(key), value))));
      return merged;
    }
    if (common instanceof List<?> first && own instanceof List<?> second) {
      return Stream.concat(first.stream(), second.stream()).toList();
    }
    return own == null ? common : own;
  }

  private static boolean intrinsic(Object value) {
    return value instanceof Map<?, ?> map && map.size() == 1
        && map.keySet().stream().allMatch(key -> key.equals("Ref") || String.valueOf(key).startsWith("Fn::"));
  }

  private static @Nullable Object copy(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, below) -> copy.put(key, copy(below)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(member -> copy.add(copy(member)));
        yield copy;
      }
      case null -> null;
      case Object leaf -> leaf;
    };
  }

  @SuppressWarnings("unchecked") // the tree is made by copy(), which makes no other maps
  private static Map<String, Object> entries(Object map) {
    return (Map<String, Object>) map;
  }

  @SuppressWarnings("unchecked") // likewise
  private static List<Object> members(List<?> list) {
    return (List<Object>) list;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template template && template.tree.equals(tree);
  }

  @Override
  public int hashCode() {
    return tree.hashCode();
  }
}
