package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import baton.wire.Json;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/// The files of `events/<function>/`: every `<case>.json` goes into the handler, its `<case>.reply.json` comes out.
/// What has happened before stands in `<case>.given.json`, in the sentences of [World#given]; what else must be so
/// afterwards (`published`, `queued`, `putOff`, `items`, `quarantined`) in `<case>.then.json`.
///
/// In a reply `"*"` stands for a value that is random each time.
///
/// `-Dcases.write=<folder>` writes there what is missing of replies, and what a `then` leaves null: to be read before
/// it is committed.
public final class EventCases {
  private static final String WRITE = System.getProperty("cases.write", "");

  private final Path folder;
  private final String name;

  private EventCases(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /// A test for each case of the function under test.
  public static Stream<DynamicTest> of(Function<Wiring, RequestStreamHandler> function) {
    return of(onClassPath(), function, World::fresh);
  }

  /// A test for each case of that folder, each in a world of its own.
  public static Stream<DynamicTest> of(
      Path folder, Function<Wiring, RequestStreamHandler> function, Supplier<World> world) {
    var cases = cases(folder);
    assertThat(cases).as("the cases in events/%s", folder.getFileName()).isNotEmpty();
    return cases.stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> new EventCases(folder, name).run(world.get(), function)));
  }

  private static List<String> cases(Path folder) {
    try (var files = Files.list(folder)) {
      var names = files.map(file -> file.getFileName().toString()).sorted().toList();
      var cases = names.stream()
          .filter(name -> name.matches("[a-z0-9-]+\\.json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .toList();
      var known = cases.stream()
          .flatMap(name -> Stream.of("", ".given", ".reply", ".then").map(part -> name + part + ".json"))
          .collect(Collectors.toSet());
      assertThat(names).as("files of events/ that belong to a case").allMatch(known::contains);
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path onClassPath() {
    var found = EventCases.class.getResource("/events");
    assertThat(found).as("events/ of this function on its class path").isNotNull();
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(World world, Function<Wiring, RequestStreamHandler> function) {
    read(name + ".given").forEach(sentence -> world.given(sentence.asText()));
    var reply = opened(Invocation.of(function.apply(world.wiring()), read(name)));
    check(name + ".reply", reply);
    var then = read(name + ".then");
    if (then.isObject()) {
      check(name + ".then", then(world, then));
    }
  }

  // A body of JSON is a string in the event; the files show it as what it is.
  private static JsonNode opened(JsonNode reply) {
    if (reply instanceof ObjectNode object && object.path("body").asText().startsWith("{")) {
      object.set("body", Json.read(object.path("body").asText()));
    }
    return reply;
  }

  private static ObjectNode then(World world, JsonNode wanted) {
    var then = Json.MAPPER.createObjectNode();
    wanted.fieldNames().forEachRemaining(member -> {
      then.putArray(member);
      switch (member) {
        case "published" ->
            world.sns().published().stream().map(RecordingSns::json).forEach(then.withArray(member)::add);
        case "queued" -> world.sqs().sent().stream().map(RecordingSqs::json).forEach(then.withArray(member)::add);
        case "putOff" -> world.sqs().putOff().stream().map(RecordingSqs::json).forEach(then.withArray(member)::add);
        case "items" -> world.table().counts().forEach(then.putObject(member)::put);
        case "quarantined" -> Stream.of(World.WHATSAPP, World.TELEGRAM, World.WEBHOOK)
            .flatMap(channel -> world.table().quarantine(channel.id()).stream())
            .forEach(kept -> then.withArray(member).add(kept.path("why").asText()));
        default -> throw new IllegalArgumentException("no then has this member: " + member);
      }
    });
    return then;
  }

  private void check(String file, JsonNode actual) {
    var expected = read(file);
    if (!WRITE.isEmpty() && (expected.isMissingNode() || hasNull(expected))) {
      write(file, actual);
      return;
    }
    assertThat(expected.isMissingNode()).as(file + ".json exists").isFalse();
    assertThat(pretty(masked(actual, expected))).isEqualTo(pretty(expected));
  }

  private static JsonNode masked(JsonNode actual, JsonNode expected) {
    if (actual instanceof ObjectNode object) {
      expected.properties().stream().filter(member -> object.has(member.getKey())).forEach(member ->
          object.set(member.getKey(), member.getValue().asText().equals("*")
              ? member.getValue()
              : masked(object.get(member.getKey()), member.getValue())));
    }
    return actual;
  }

  private static boolean hasNull(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).anyMatch(JsonNode::isNull);
  }

  private JsonNode read(String file) {
    var path = folder.resolve(file + ".json");
    try {
      return Files.exists(path) ? Json.MAPPER.readTree(path.toFile()) : Json.MAPPER.missingNode();
    } catch (IOException e) {
      throw new UncheckedIOException("events: " + path.getFileName(), e);
    }
  }

  private static void write(String file, JsonNode content) {
    try {
      Files.writeString(Path.of(WRITE, file + ".json"), pretty(content) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pretty(JsonNode node) {
    try {
      return Json.MAPPER.writer(SerializationFeature.INDENT_OUTPUT)
          .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsString(Json.MAPPER.treeToValue(node, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
