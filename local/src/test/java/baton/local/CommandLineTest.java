package baton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void everything_may_be_said_in_any_order() {
    assertThat(CommandLine.parse(List.of())).isEqualTo(new CommandLine(false, Optional.empty(), Optional.empty()));
    assertThat(CommandLine.parse(List.of("--port", "8080", "demo", "--data", "dir")))
        .isEqualTo(new CommandLine(true, Optional.of(Path.of("dir")), Optional.of(8080)));
  }

  @Test
  void what_is_not_understood_says_where_its_use_is_shown() {
    for (var wrong : List.of(List.of("--prot", "1"), List.of("--port"), List.of("--port", "x"),
        List.of("--port", "70000"))) {
      assertThatThrownBy(() -> CommandLine.parse(wrong)).isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("see ./baton --help");
    }
  }
}
