package baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void what_is_meant_for_the_user_is_said_as_it_is() {
    assertThat(Main.sentence(new IllegalStateException("Port 3000 is taken"))).isEqualTo("Port 3000 is taken");
  }

  @Test
  void what_nobody_expected_is_one_sentence_too() {
    assertThat(Main.sentence(new UncheckedIOException(new IOException("gone"))))
        .isEqualTo("java.io.UncheckedIOException: java.io.IOException: gone");
  }
}
