package baton.table;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.agent.Account;
import baton.agent.Agent;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamoRostersTest {
  private final Table table = LocalTable.fresh();
  private final DynamoRosters rosters = new DynamoRosters(table);

  private static Agent gone(Agent agent) {
    return new Agent(
        agent.id(), agent.workspace(), agent.name(), agent.email(), Account.DELETED, agent.roles(), agent.teams(),
        agent.availability(), agent.capacity(), agent.open());
  }

  @Test
  void who_is_gone_is_read_no_more_but_keeps_their_name() {
    var seed = Seed.acmeIn(table);
    seed.put(gone(online("olga").agent()));

    assertThat(table.folder(Keys.agents(ACME))).hasSize(5);
    assertThat(rosters.agents(ACME)).extracting(Agent::id).doesNotContain(id("olga")).contains(id("ana"));
    assertThat(rosters.names(ACME, List.of(id("olga")), List.of()).agents()).containsKey(id("olga"));
  }
}
