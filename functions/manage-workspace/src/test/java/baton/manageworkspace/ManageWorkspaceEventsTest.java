package baton.manageworkspace;

import static org.assertj.core.api.Assertions.assertThat;

import baton.http.EventFiles;
import baton.table.LocalTable;
import baton.table.Seed;
import baton.wiring.TestWiring;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Acme: Sam is its super admin, Olga is in the team support.
class ManageWorkspaceEventsTest {

  static List<String> cases() {
    return EventFiles.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_sample_event_gets_its_reply(String name) {
    var table = LocalTable.fresh();
    Seed.acmeIn(table);

    String actual = EventFiles.actual(new ManageWorkspaceHandler(TestWiring.of(table)), name);

    assertThat(actual).isEqualTo(EventFiles.expected(name));
  }
}
