package baton.suite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import baton.event.EventType;
import baton.notice.Notice;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/events.md names every word that is published, and no other.
class EventsDocTest {
  private static final Markdown DOCUMENT = Markdown.read("events.md");

  @Test
  void every_type_of_event_stands_in_the_document_and_no_other() {
    assertThat(firsts("type")).isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values()).map(EventType::word).toList());
  }

  @Test
  void every_kind_of_notice_stands_in_the_document_and_no_other() {
    assertThat(firsts("kind")).isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Notice.Kind.values()).map(Notice.Kind::word).toList());
  }

  @Test
  void the_api_knows_the_same_kinds_of_notice() {
    var kinds = OpenApi.texts(OpenApi.read().root().at("/components/schemas/Notice/properties/kind/enum"));
    assertThat(kinds).isNotEmpty().containsExactlyInAnyOrderElementsOf(firsts("kind").toList());
  }

  private static Stream<String> firsts(String table) {
    return DOCUMENT.table(table).stream().flatMap(row -> Markdown.words(row.getFirst()).stream());
  }
}
