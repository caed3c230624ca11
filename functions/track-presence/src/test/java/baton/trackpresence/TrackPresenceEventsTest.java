package baton.trackpresence;

import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.whatsapp;
import static org.assertj.core.api.Assertions.assertThat;

import baton.http.EventFiles;
import baton.table.LocalTable;
import baton.table.Seed;
import baton.wiring.TestWiring;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Acme, where Ana holds the conversation c-1.
class TrackPresenceEventsTest {

  static List<String> cases() {
    return EventFiles.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_sample_event_gets_its_reply(String name) {
    var table = LocalTable.fresh();
    Seed.acmeIn(table).conversations(assignedTo("ana").named("c-1", whatsapp()).conversation());

    String actual = EventFiles.actual(new TrackPresenceHandler(TestWiring.of(table)), name);

    assertThat(actual).isEqualTo(EventFiles.expected(name));
  }
}
