package baton.suite.contract;

import baton.http.NoBody;
import baton.suite.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The records that handlers read from the bodies of requests: every `record …Body` nested in a class of a function.
final class BodyRecords {
  private static final Pattern DECLARED = Pattern.compile("\\brecord (\\w+Body)\\(");

  private BodyRecords() {}

  /// Them by their simple names: `AssignBody`.
  static Map<String, Class<?>> all() {
    Map<String, Class<?>> records = new TreeMap<>(Map.of("NoBody", NoBody.class));
    try (var files = Files.walk(Template.root().resolve("functions"))) {
      files.filter(file -> file.toString().contains("/src/main/java/") && file.toString().endsWith(".java"))
          .forEach(file -> declared(file).forEach(name -> records.put(name, nested(file, name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  /// What a component is in JSON; an array of strings is just an array.
  static String typeOf(RecordComponent component) {
    Class<?> type = component.getType();
    return type == String.class ? "string"
        : type == Boolean.class ? "boolean"
        : type == Long.class ? "integer"
        : List.class.isAssignableFrom(type) ? "array"
        : "object";
  }

  /// The components of a record by their names.
  static Map<String, String> typesOf(Class<?> body) {
    Map<String, String> types = new TreeMap<>();
    Arrays.stream(body.getRecordComponents()).forEach(component -> types.put(component.getName(), typeOf(component)));
    return types;
  }

  private static List<String> declared(Path file) {
    try {
      return DECLARED.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> nested(Path file, String name) {
    String path = file.toString().replaceFirst(".*/src/main/java/", "").replaceFirst("\\.java$", "");
    try {
      return Class.forName(path.replace('/', '.') + "$" + name, false, BodyRecords.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a body's record is nested in the class of its file", e);
    }
  }
}
