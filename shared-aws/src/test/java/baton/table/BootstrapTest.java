package baton.table;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.acme;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.superAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.agent.Enrolled;
import baton.agent.LoginName;
import baton.event.Event;
import baton.testing.AgentFixture;
import baton.wiring.Wiring;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private final Table table = LocalTable.fresh();
  private final Seed after = new Seed(table);
  private final Bootstrap bootstrap = new Bootstrap(table, Wiring.ulids(), InstantSource.fixed(NOW));

  private static Enrolled enrolled(AgentFixture agent) {
    return new Enrolled(
        agent.agent(), Optional.of(new LoginName("https://id.example", agent.id().value())));
  }

  @Test
  void there_is_a_workspace_with_a_super_admin_who_can_come_in() {
    assertThat(bootstrap.create(acme(), enrolled(superAdmin("sam")))).isTrue();

    assertThat(WorkspaceItem.read(table.read(Keys.workspace(ACME)).orElseThrow())).isEqualTo(acme());
    assertThat(after.agent("sam")).isEqualTo(superAdmin("sam").agent());
    assertThat(after.login("sam")).isEqualTo("sam true");
    assertThat(after.tally(ACME).superAdmins()).containsExactly(id("sam"));
    assertThat(after.log()).extracting(Event::reason).containsExactly("added");
  }

  @Test
  void a_workspace_that_is_there_stays_as_it_is() {
    bootstrap.create(acme(), enrolled(superAdmin("sam")));
    var before = after.everything();

    assertThat(bootstrap.create(acme(), enrolled(superAdmin("sue")))).isFalse();

    assertThat(after.everything()).isEqualTo(before);
  }

  @Test
  void nobody_else_can_be_the_first() {
    assertThatThrownBy(() -> bootstrap.create(acme(), enrolled(online("ana"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_salt_is_128_random_bits() {
    assertThat(Bootstrap.newSalt()).matches("[0-9a-f]{32}").isNotEqualTo(Bootstrap.newSalt());
  }
}
