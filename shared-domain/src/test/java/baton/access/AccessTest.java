package baton.access;

import static baton.access.Access.Answer.ALLOWED;
import static baton.access.Access.Answer.FORBIDDEN;
import static baton.access.Access.Answer.HIDDEN;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.closed;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.AgentFixture;
import baton.testing.ConversationFixture;
import org.junit.jupiter.api.Test;

/// Out of reach is 404, in reach but not allowed is 403: never the other way round.
class AccessTest {

  @Test
  void what_stands_in_another_team_does_not_exist() {
    may(online("ana").in("support"), Permission.TAKE, waiting().in("sales"), HIDDEN);
    may(observer("vi").in("support"), Permission.TAKE, waiting().in("sales"), HIDDEN);
    may(restricted("ana"), Permission.TAKE, waiting(), HIDDEN);
    may(online("ana"), Permission.TAKE, blocked(), HIDDEN);
  }

  @Test
  void what_is_seen_may_still_not_be_done() {
    may(observer("vi"), Permission.TAKE, waiting(), FORBIDDEN);
    may(observer("vi"), Permission.REPLY, assignedTo("bo"), FORBIDDEN);
    may(online("ana"), Permission.CLOSE, assignedTo("bo"), FORBIDDEN);
    may(online("ana"), Permission.CLOSE, waiting(), FORBIDDEN);
    may(online("ana"), Permission.UNASSIGN, assignedTo("bo"), FORBIDDEN);
    may(restricted("ana"), Permission.ASSIGN_OTHERS, assignedTo("ana"), FORBIDDEN);
    may(restricted("ana"), Permission.REOPEN, closedBy("ana"), FORBIDDEN);
  }

  @Test
  void in_ones_teams_and_in_what_belongs_to_none_an_operator_works() {
    may(online("ana").in("support"), Permission.TAKE, waiting().in("support"), ALLOWED);
    may(online("ana").in("support"), Permission.TAKE, waiting(), ALLOWED);
    may(online("ana").in("support"), Permission.REPLY, assignedTo("bo").in("support"), ALLOWED);
    may(online("ana").in("support"), Permission.REOPEN, closed().in("support"), ALLOWED);
  }

  @Test
  void with_what_is_ones_own_one_goes_on_working_although_it_belongs_to_another_team() {
    may(online("ana").in("support"), Permission.REPLY, assignedTo("ana").in("sales"), ALLOWED);
    may(online("ana").in("support"), Permission.CLOSE, assignedTo("ana").in("sales"), ALLOWED);
    may(online("ana").in("support"), Permission.ASSIGN_TEAM, assignedTo("ana").in("sales"), ALLOWED);
  }

  @Test
  void a_restricted_operator_works_with_what_is_theirs() {
    may(restricted("ana"), Permission.REPLY, assignedTo("ana"), ALLOWED);
    may(restricted("ana"), Permission.CLOSE, assignedTo("ana"), ALLOWED);
    may(restricted("ana"), Permission.UNASSIGN, assignedTo("ana"), ALLOWED);
    may(restricted("ana"), Permission.ASSIGN_TEAM, assignedTo("ana"), ALLOWED);
  }

  @Test
  void who_closed_their_own_can_ask_for_it_again() {
    may(online("ana"), Permission.CLOSE, closedBy("ana"), ALLOWED);
    may(online("ana"), Permission.CLOSE, closedBy("bo"), FORBIDDEN);
  }

  @Test
  void those_who_distribute_may_do_it_anywhere() {
    may(manager("mo").in("support"), Permission.CLOSE, assignedTo("bo").in("sales"), ALLOWED);
    may(manager("mo"), Permission.UNASSIGN, assignedTo("bo"), ALLOWED);
    may(manager("mo"), Permission.TAKE, blocked(), ALLOWED);
  }

  @Test
  void two_roles_give_the_rights_of_both() {
    may(observer("ana").as(Role.OBSERVER, Role.RESTRICTED_OPERATOR), Permission.REPLY, assignedTo("bo"), FORBIDDEN);
    may(observer("ana").as(Role.OBSERVER, Role.RESTRICTED_OPERATOR), Permission.REPLY, assignedTo("ana"), ALLOWED);
  }

  @Test
  void who_is_suspended_may_do_nothing() {
    may(suspended("ana").as(Role.SUPER_ADMIN), Permission.TAKE, waiting(), FORBIDDEN);
    assertThat(Permission.values())
        .noneMatch(permission -> Access.holds(suspended("ana").as(Role.SUPER_ADMIN).agent(), permission));
  }

  private static void may(AgentFixture agent, Permission permission, ConversationFixture it, Access.Answer answer) {
    assertThat(Access.check(agent.agent(), permission, it.conversation())).isEqualTo(answer);
  }
}
