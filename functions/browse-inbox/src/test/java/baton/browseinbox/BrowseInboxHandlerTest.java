package baton.browseinbox;

import static org.assertj.core.api.Assertions.assertThat;

import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every `events/browse-inbox/<case>.json` goes in after what `<case>.given.json` tells, and `<case>.reply.json` comes
/// out. `-Dcases.write=<folder>` writes there the replies that are missing.
class BrowseInboxHandlerTest {
  private static final String WRITE = System.getProperty("cases.write", "");

  @TestFactory
  Stream<DynamicTest> every_event_of_the_folder_gets_its_reply() throws IOException, URISyntaxException {
    var folder = Path.of(BrowseInboxHandlerTest.class.getResource("/events").toURI());
    try (var files = Files.list(folder)) {
      var cases = files.map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[a-z0-9-]+\\.json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
      assertThat(cases).isNotEmpty();
      return cases.stream().map(name -> DynamicTest.dynamicTest(name, () -> run(folder, name)));
    }
  }

  private static void run(Path folder, String name) throws IOException {
    var story = new Story(new Office());
    read(folder, name + ".given").forEach(sentence -> story.tell(sentence.asText()));
    var reply = Office.answer(story.office().handler(), read(folder, name));
    var expected = read(folder, name + ".reply");
    if (expected.isMissingNode() && !WRITE.isEmpty()) {
      Files.writeString(Path.of(WRITE, name + ".reply.json"), pretty(reply) + "\n");
      return;
    }
    assertThat(pretty(reply)).isEqualTo(pretty(expected));
  }

  private static JsonNode read(Path folder, String file) {
    var path = folder.resolve(file + ".json");
    try {
      return Files.exists(path) ? Json.MAPPER.readTree(path.toFile()) : Json.MAPPER.missingNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pretty(JsonNode node) throws IOException {
    return Json.MAPPER.writer(SerializationFeature.INDENT_OUTPUT)
        .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .writeValueAsString(Json.MAPPER.treeToValue(node, Object.class));
  }
}
