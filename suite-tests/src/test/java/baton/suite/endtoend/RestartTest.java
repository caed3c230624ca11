package baton.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.ChannelReceiver;
import baton.local.LocalBaton;
import baton.local.Options;
import baton.local.demo.Api;
import baton.local.demo.DemoWorkspace;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

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

  @Test
  void a_reply_that_waits_to_be_delivered_goes_out_after_a_restart(@TempDir Path data) throws InterruptedException {
    try (var baton = LocalBaton.start(Options.inMemory().withDataDir(data))) {
      var workspace = DemoWorkspace.in(baton);
      workspace.customer("Noa", "15558000001").writes("where are you?");
      var ana = workspace.as("ana");
      var row = await().atMost(PATIENCE).until(
          () -> ana.get("/conversations?folder=unassigned").done().body().path("conversations").path(0),
          found -> found.has("id"));
      baton.pause("DeliverMessageFunction");
      ana.post("/conversations/" + row.path("id").asText() + "/messages", "{\"text\":\"here I am\"}").done();
      await().atMost(PATIENCE).until(() -> !baton.queue("OutboundMessages").bodies().isEmpty());
      assertThat(baton.channels().log()).isEmpty();
    }
    try (var baton = LocalBaton.start(Options.inMemory().withDataDir(data))) {
      await().atMost(PATIENCE).until(() -> !baton.channels().log().isEmpty());
      assertThat(baton.channels().log()).extracting(ChannelReceiver.Received::text).containsExactly("here I am");
    }
  }

  @Test
  void what_its_users_changed_stays_changed_and_stands_in_no_start_s_way(@TempDir Path data)
      throws InterruptedException {
    try (var baton = LocalBaton.start(Options.inMemory().withDataDir(data))) {
      var workspace = DemoWorkspace.in(baton);
      var sam = workspace.as("sam");
      sam.put("/agents/" + workspace.agent("ana"), "{\"name\":\"Anna\"}").done();
      sam.put("/agents/" + workspace.agent("bo"), "{\"account\":\"suspended\"}").done();
      workspace.as("cy").put("/agents/me/availability", "{\"availability\":\"away\"}").done();
    }
    try (var baton = LocalBaton.start(Options.inMemory().withDataDir(data))) {
      var workspace = DemoWorkspace.in(baton);
      assertThat(workspace.names()).containsExactly("sam", "mia", "ana", "cy");
      assertThat(workspace.as("ana").get("/me").done().text("name")).isEqualTo("Anna");
      assertThat(workspace.as("cy").get("/me").done().text("availability")).isEqualTo("away");
      assertThat(workspace.has("whatsapp")).isTrue();
    }
  }
}
