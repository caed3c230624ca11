package baton.agent;

import static baton.testing.Fixtures.away;
import static baton.testing.Fixtures.busy;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.offline;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;

import baton.agent.Eligibility.Hard;
import baton.agent.Eligibility.Soft;
import baton.id.TeamId;
import baton.testing.AgentFixture;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// product.md 3.4: hard reasons refuse everywhere, soft ones only Baton's own choice.
class EligibilityTest {
  private static final Optional<TeamId> NO_TEAM = Optional.empty();
  private static final Optional<TeamId> SALES = Optional.of(team("sales"));

  @Test
  void an_account_that_is_not_active_comes_first() {
    assertThat(hard(suspended("ana"), NO_TEAM)).contains(Hard.INACTIVE);
    assertThat(hard(observer("ana").account(Account.DELETED), SALES)).contains(Hard.INACTIVE);
  }

  @Test
  void only_who_may_reply_can_hold_anything_LB_3() {
    assertThat(hard(observer("ana"), NO_TEAM)).contains(Hard.CANNOT_REPLY);
    assertThat(hard(online("ana").as(), NO_TEAM)).contains(Hard.CANNOT_REPLY);
    assertThat(hard(restricted("ana"), NO_TEAM)).isEmpty();
  }

  @Test
  void only_who_works_for_the_team_can_hold_its_work() {
    assertThat(hard(online("ana").in("support"), SALES)).contains(Hard.CANNOT_SEE);
    assertThat(hard(restricted("ana").in("support"), SALES)).contains(Hard.CANNOT_SEE);
    assertThat(hard(online("ana").in("sales"), SALES)).isEmpty();
    assertThat(hard(online("ana"), SALES)).isEmpty();
    assertThat(hard(manager("ana").in("support"), SALES)).isEmpty();
    assertThat(hard(online("ana").in("support"), NO_TEAM)).isEmpty();
  }

  @Test
  void who_is_not_available_or_full_is_not_chosen_by_baton() {
    assertThat(Eligibility.soft(online("ana").with(4).of(5).agent())).isEmpty();
    for (var absent : new AgentFixture[] {busy("ana"), away("ana"), offline("ana")}) {
      assertThat(Eligibility.soft(absent.agent())).containsExactly(Soft.ASSIGNEE_UNAVAILABLE);
    }
    assertThat(Eligibility.soft(online("ana").with(5).of(5).agent())).containsExactly(Soft.ASSIGNEE_AT_CAPACITY);
    assertThat(Eligibility.soft(online("ana").with(6).of(5).agent())).containsExactly(Soft.ASSIGNEE_AT_CAPACITY);
    assertThat(Eligibility.soft(away("ana").with(5).of(5).agent()))
        .containsExactly(Soft.ASSIGNEE_UNAVAILABLE, Soft.ASSIGNEE_AT_CAPACITY);
    assertThat(Eligibility.soft(online("ana").with(0).of(0).agent())).containsExactly(Soft.ASSIGNEE_AT_CAPACITY);
  }

  @Test
  void baton_chooses_whom_nothing_speaks_against() {
    assertThat(Eligibility.automatic(online("ana").agent(), SALES)).isTrue();
    assertThat(Eligibility.automatic(away("ana").agent(), SALES)).isFalse();
    assertThat(Eligibility.automatic(online("ana").in("support").agent(), SALES)).isFalse();
  }

  @Test
  void the_words_are_the_ones_of_the_api() {
    assertThat(Soft.ASSIGNEE_AT_CAPACITY.word()).isEqualTo("assignee_at_capacity");
    assertThat(Soft.ASSIGNEE_UNAVAILABLE.word()).isEqualTo("assignee_unavailable");
  }

  private static Optional<Hard> hard(AgentFixture agent, Optional<TeamId> team) {
    return Eligibility.hard(agent.agent(), team);
  }
}
