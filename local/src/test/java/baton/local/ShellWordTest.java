package baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

  @ParameterizedTest
  @ValueSource(strings = {"/plain/path", "with blanks", "it's", "$HOME `date` \"x\" \\ *", "; exit 1"})
  void a_shell_takes_it_for_one_word_as_it_stands(String text) throws Exception {
    var shell = new ProcessBuilder("sh", "-c", "printf '%s|' " + ShellWord.of(text)).start();

    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text + "|");
  }
}
