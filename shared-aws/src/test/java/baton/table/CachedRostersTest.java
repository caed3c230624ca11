package baton.table;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;

import baton.agent.Agent;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.inbox.Rosters;
import baton.testing.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CachedRostersTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Fixtures.NOW);
  private final List<String> asked = new ArrayList<>();
  private final Rosters rosters = new CachedRosters(new Everyone(), now::get);

  private final class Everyone implements Rosters {
    @Override
    public List<TeamId> teams(WorkspaceId workspace) {
      asked.add("teams of " + workspace);
      return List.of(team("support"));
    }

    @Override
    public List<Agent> agents(WorkspaceId workspace) {
      asked.add("agents");
      return List.of();
    }

    @Override
    public Names names(WorkspaceId workspace, Collection<AgentId> agents, Collection<TeamId> teams) {
      asked.add("names of " + agents + " " + teams);
      return new Names(
          agents.contains(id("ana")) ? Map.of(id("ana"), "Ana of " + workspace) : Map.of(),
          teams.contains(team("ana")) ? Map.of(team("ana"), "Team Ana") : Map.of());
    }

    @Override
    public List<ChannelId> subscriptions(WorkspaceId workspace, AgentId agent) {
      asked.add("subscriptions");
      return List.of();
    }
  }

  private Rosters.Names names(String... agents) {
    return rosters.names(ACME, List.of(agents).stream().map(name -> id(name)).toList(), List.of());
  }

  @Test
  void a_name_is_asked_for_once_in_half_a_minute_also_where_nobody_has_it() {
    assertThat(names("ana", "ghost").agents()).isEqualTo(Map.of(id("ana"), "Ana of acme"));
    assertThat(names("ghost", "ana", "ana").agents()).isEqualTo(Map.of(id("ana"), "Ana of acme"));
    names("ana", "bo");
    assertThat(asked).containsExactly("names of [ana, ghost] []", "names of [bo] []");

    now.updateAndGet(time -> time.plus(Duration.ofSeconds(30)));
    names("ana");
    assertThat(asked).hasSize(3);
  }

  @Test
  void nothing_is_mixed_up_between_workspaces_or_between_agents_and_teams() {
    names("ana");
    var rival = new WorkspaceId("rival");
    var named = rosters.names(rival, List.of(id("ana")), List.of(team("ana")));
    assertThat(named.agents()).isEqualTo(Map.of(id("ana"), "Ana of rival"));
    assertThat(named.teams()).isEqualTo(Map.of(team("ana"), "Team Ana"));
    assertThat(rosters.names(ACME, List.of(), List.of(team("ana"))).teams()).containsValue("Team Ana");
    assertThat(names("ana").agents()).containsValue("Ana of acme");
  }

  @Test
  void teams_are_remembered_and_load_and_subscriptions_are_not() {
    rosters.teams(ACME);
    rosters.teams(ACME);
    rosters.agents(ACME);
    rosters.agents(ACME);
    rosters.subscriptions(ACME, id("ana"));
    rosters.subscriptions(ACME, id("ana"));
    assertThat(asked).containsExactly("teams of acme", "agents", "agents", "subscriptions", "subscriptions");
  }
}
