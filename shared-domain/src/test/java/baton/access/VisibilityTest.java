package baton.access;

import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.closed;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.superAdmin;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.team;
import static baton.testing.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.AgentFixture;
import baton.testing.ConversationFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who sees which conversation: BL-17, BL-18, P-26, P-30.
class VisibilityTest {
  private static final List<ConversationFixture> EVERY_STATE =
      List.of(waiting(), assignedTo("bo"), closed(), closedBy("bo"), blocked());

  @Test
  void an_operator_without_a_team_sees_every_queue_BL_17() {
    sees(online("ana"), waiting(), waiting().in("sales"), waiting().in("support"));
  }

  @Test
  void an_operator_in_a_team_sees_its_queue_and_what_belongs_to_no_team_BL_18() {
    sees(online("bo").in("support"), waiting().in("support"), waiting());
    seesNot(online("bo").in("support"), waiting().in("sales"));
    sees(online("bo").in("support", "sales"), waiting().in("support"), waiting().in("sales"));
  }

  @Test
  void an_operator_sees_the_work_of_the_colleagues_in_their_teams_P_30() {
    sees(online("ana").in("support"), assignedTo("bo").in("support"), closedBy("bo").in("support"), assignedTo("bo"));
    seesNot(online("ana").in("support"), assignedTo("bo").in("sales"), closedBy("bo").in("sales"), closed().in("sales"));
  }

  @Test
  void what_is_ones_own_is_seen_whatever_team_it_belongs_to() {
    sees(online("ana").in("support"), assignedTo("ana").in("sales"), closedBy("ana").in("sales"));
    seesNot(online("ana").in("support"), waiting().in("sales").lastHeldBy("ana"));
  }

  @Test
  void a_restricted_operator_sees_only_what_is_theirs_P_26() {
    sees(restricted("ana"), assignedTo("ana"), closedBy("ana"), assignedTo("ana").in("sales"));
    seesNot(restricted("ana"), waiting(), waiting().lastHeldBy("ana"), assignedTo("bo"), closed(), closedBy("bo"));
  }

  @Test
  void an_observer_reads_along_in_their_teams() {
    sees(observer("vi").in("support"), waiting().in("support"), assignedTo("bo").in("support"), waiting());
    seesNot(observer("vi").in("support"), waiting().in("sales"), assignedTo("bo").in("sales"), blocked());
  }

  @Test
  void those_who_distribute_see_everything_also_the_blocked_BL_15() {
    for (var each : EVERY_STATE) {
      sees(manager("mo").in("support"), each, each.in("sales"));
      sees(superAdmin("sam").in("support"), each, each.in("sales"));
    }
  }

  @Test
  void blocked_contacts_are_out_of_sight_for_all_others_even_if_it_was_theirs() {
    seesNot(online("ana"), blocked(), blocked().lastHeldBy("ana"));
    seesNot(restricted("ana"), blocked());
    seesNot(online("ana"), baton.testing.Fixtures.blockedAfterClosingBy("ana"));
  }

  @Test
  void somebody_suspended_or_without_a_role_sees_nothing() {
    for (var each : EVERY_STATE) {
      seesNot(suspended("bo"), each);
      seesNot(suspended("bo").as(Role.SUPER_ADMIN), each);
      seesNot(online("bo").as(), each);
    }
  }

  @Test
  void work_of_a_team_can_be_given_to_its_members_to_those_without_a_team_and_to_those_who_see_all() {
    var sales = Optional.of(team("sales"));
    assertThat(Visibility.reachesTeam(online("ana").in("sales").agent(), sales)).isTrue();
    assertThat(Visibility.reachesTeam(online("ana").agent(), sales)).isTrue();
    assertThat(Visibility.reachesTeam(manager("ana").in("support").agent(), sales)).isTrue();
    assertThat(Visibility.reachesTeam(online("ana").in("support").agent(), sales)).isFalse();
    assertThat(Visibility.reachesTeam(online("ana").in("support").agent(), Optional.empty())).isTrue();
  }

  private static void sees(AgentFixture agent, ConversationFixture... conversations) {
    assertThat(conversations).allMatch(each -> Visibility.sees(agent.agent(), each.conversation()));
  }

  private static void seesNot(AgentFixture agent, ConversationFixture... conversations) {
    assertThat(conversations).noneMatch(each -> Visibility.sees(agent.agent(), each.conversation()));
  }
}
