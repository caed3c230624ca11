package baton.http;

import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sample events of a function: `events/<function>/<case>.json` goes in, `<case>.reply.json` comes out. In a reply
/// `"*"` stands for a value that is new each time.
public final class EventFiles {
  private EventFiles() {}

  /// The cases that there are.
  public static List<String> cases() {
    try (var files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".reply.json"))
          .map(name -> name.replace(".reply.json", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What came out of a case, with `"*"` where the reply has it: the same text as [#expected] when it is right.
  public static String actual(HttpFunction function, String name) {
    var reply = Call.send(function, read(name + ".json"));
    var actual = Json.MAPPER.createObjectNode().put("statusCode", reply.status());
    if (!reply.text().isEmpty()) {
      actual.set("body", reply.json());
    }
    return masked(actual, read(name + ".reply.json")).toPrettyString();
  }

  /// What should come out.
  public static String expected(String name) {
    return read(name + ".reply.json").toPrettyString();
  }

  private static JsonNode masked(JsonNode actual, JsonNode expected) {
    if (actual instanceof ObjectNode object) {
      expected.properties().forEach(field -> {
        if (object.has(field.getKey())) {
          object.set(field.getKey(), field.getValue().asText().equals("*")
              ? field.getValue()
              : masked(object.get(field.getKey()), field.getValue()));
        }
      });
    }
    return actual;
  }

  private static JsonNode read(String file) {
    try {
      return Json.MAPPER.readTree(Files.readString(folder().resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    var folder = EventFiles.class.getClassLoader().getResource("events");
    if (folder == null) {
      throw new IllegalStateException("this function has no folder in events/");
    }
    try {
      return Path.of(folder.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
