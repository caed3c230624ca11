package baton.browseinbox;

import static baton.browseinbox.Office.SHOP;
import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;

import baton.administration.AdministrationCommand;
import baton.administration.AdministrationCommand.AgentChanges;
import baton.administration.AdministrationCommand.ChangeAgent;
import baton.administration.AdministrationCommand.Join;
import baton.administration.AdministrationCommand.Subscribe;
import baton.administration.Result;
import baton.administration.Tally;
import baton.conversation.Caller;
import baton.http.AdministrationRows;
import baton.table.Seed;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the audit log says of a workspace's setup.
class AuditTest {
  private final Office office = new Office();

  @BeforeEach
  void set_up() {
    new Seed(office.table).put(SHOP).tally(new Tally(Set.of(id("sam")), 2));
  }

  private JsonNode after(AdministrationCommand command) {
    office.later(Duration.ofSeconds(1));
    var caller = new Caller(ACME, id("sam"), Optional.empty(), OptionalLong.empty());
    assertThat(office.wiring().administration(AdministrationRows::answer).handle(command, caller))
        .isInstanceOf(Result.Done.class);
    return office.get("mia", "/audit", Map.of()).body();
  }

  @Test
  void who_joins_a_team_is_named_and_so_is_the_team() {
    var body = after(new Join(team("support"), id("cy")));
    assertThat(body.path("events").path(0).path("team").asText()).isEqualTo("support");
    assertThat(body.path("events").path(0).path("to").asText()).isEqualTo("cy");
    assertThat(body.path("names").path("teams").path("support").asText()).isEqualTo("support");
    assertThat(body.path("names").path("agents").path("cy").asText()).isEqualTo("cy");
  }

  @Test
  void who_follows_a_channel_is_named_and_the_line_says_which_channel() {
    var body = after(new Subscribe(SHOP.id(), id("cy")));
    assertThat(body.path("events").path(0).path("channel").asText()).isEqualTo(SHOP.id().value());
    assertThat(body.path("names").path("agents").path("cy").asText()).isEqualTo("cy");
  }

  @Test
  void an_agent_who_was_changed_is_named() {
    var body = after(new ChangeAgent(id("bo"), new AgentChanges(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(7), Optional.empty(),
        Optional.empty())));
    assertThat(body.path("events").path(0).path("data").path("agent").asText()).isEqualTo("bo");
    assertThat(body.path("names").path("agents").path("bo").asText()).isEqualTo("bo");
  }
}
