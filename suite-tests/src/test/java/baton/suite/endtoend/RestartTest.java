package baton.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.LocalBaton;
import baton.local.Options;
import baton.local.demo.Api;
import baton.local.demo.DemoWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

  @Test
  void data_and_tokens_survive_a_restart(@TempDir Path data) throws InterruptedException {
    String token;
    try (var baton = LocalBaton.start(Options.inMemory().withDataDir(data))) {
      var workspace = DemoWorkspace.in(baton);
      token = workspace.token("ana");
      assertThat(workspace.customer("Noa", "15558000001").writes("remember me")).isEqualTo(200);
    }
    try (var baton = LocalBaton.start(Options.inMemory().withDataDir(data))) {
      DemoWorkspace.in(baton);
      var rows = new Api(baton.url(), token).get("/conversations?folder=unassigned").done().body().path("conversations");
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).path("contactName").asText()).isEqualTo("Noa");
    }
  }
}
