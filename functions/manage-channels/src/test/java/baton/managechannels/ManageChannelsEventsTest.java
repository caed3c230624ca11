package baton.managechannels;

import static org.assertj.core.api.Assertions.assertThat;

import baton.http.EventFiles;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManageChannelsEventsTest {

  static List<String> cases() {
    return EventFiles.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_sample_event_gets_its_reply(String name) {
    assertThat(EventFiles.actual(new Acme().function, name)).isEqualTo(EventFiles.expected(name));
  }
}
