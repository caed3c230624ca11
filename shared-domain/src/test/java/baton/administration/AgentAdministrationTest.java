package baton.administration;

import static baton.testing.Fixtures.acme;
import static baton.testing.Fixtures.called;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.superAdmin;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;

import baton.access.Role;
import baton.administration.AdministrationCommand.AgentChanges;
import baton.administration.AdministrationCommand.AgentCommand;
import baton.administration.AdministrationCommand.ChangeAgent;
import baton.administration.AdministrationCommand.RemoveAgent;
import baton.administration.Edit.AgentGone;
import baton.administration.Edit.LoginGone;
import baton.administration.Edit.LoginSwitch;
import baton.administration.Edit.MemberGone;
import baton.administration.Edit.MemberPart;
import baton.administration.Edit.Part;
import baton.administration.Edit.TallyPart;
import baton.agent.Account;
import baton.agent.Enrolled;
import baton.agent.LoginName;
import baton.conversation.Rejection;
import baton.id.TeamId;
import baton.testing.AgentFixture;
import baton.testing.Fixtures;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgentAdministrationTest {
  private static final LoginName ANAS = new LoginName("https://id.example", "ana");
  private static final AgentChanges NOTHING = new AgentChanges(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
      Optional.empty());

  private static Scene scene(AgentFixture agent, String... superAdmins) {
    var admins = Set.of(superAdmins).stream().map(Fixtures::id).collect(Collectors.toSet());
    return new Scene(
        new Versioned<>(acme(), 1), new Versioned<>(new Tally(admins, 2), 1),
        Map.of(agent.id(), new Versioned<>(new Enrolled(agent.agent(), Optional.of(ANAS)), 3)),
        Map.of(team("sales"), new Versioned<>(called("sales"), 1)), Map.of(), Map.of(ANAS, id("ana")), Map.of(), Set.of(),
        Optional.empty());
  }

  private static List<Part> accepted(AgentCommand command, Scene scene) {
    return ((Verdict.Accepted) AgentAdministration.decide(command, scene)).parts();
  }

  private static ChangeAgent account(String agent, Account account) {
    return new ChangeAgent(id(agent), new AgentChanges(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(account),
        Optional.empty()));
  }

  private static ChangeAgent teams(String agent, Set<TeamId> teams) {
    return new ChangeAgent(id(agent), new AgentChanges(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(teams), Optional.empty(), Optional.empty(),
        Optional.empty()));
  }

  private static ChangeAgent roles(String agent, Role... roles) {
    return new ChangeAgent(id(agent), new AgentChanges(
        Optional.empty(), Optional.empty(), Optional.of(Set.of(roles)), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty()));
  }

  @Test
  void a_change_of_nothing_writes_nothing() {
    assertThat(AgentAdministration.decide(new ChangeAgent(id("ana"), NOTHING), scene(online("ana"), "sam")))
        .isInstanceOf(Verdict.Unchanged.class);
  }

  @Test
  void suspending_closes_the_door_in_the_same_transaction() {
    assertThat(accepted(account("ana", Account.SUSPENDED), scene(online("ana"), "sam")))
        .contains(new LoginSwitch(ANAS, id("ana"), false)).hasSize(2);
  }

  @Test
  void a_membership_changes_on_both_sides() {
    var parts = accepted(teams("ana", Set.of(team("sales"))), scene(online("ana").in("support"), "sam"));
    assertThat(parts).contains(
        new MemberPart(team("sales"), id("ana"), true), new MemberGone(team("support"), id("ana"), true));
  }

  @Test
  void who_goes_leaves_teams_and_login_behind_if_they_still_hold_nothing() {
    var parts = accepted(new RemoveAgent(id("ana")), scene(online("ana").in("support"), "sam"));
    assertThat(parts).contains(new LoginGone(ANAS, id("ana")), new MemberGone(team("support"), id("ana"), true))
        .hasAtLeastOneElementOfType(AgentGone.class);
  }

  @Test
  void who_holds_open_conversations_stays_until_they_are_handed_on() {
    assertThat(AgentAdministration.decide(new RemoveAgent(id("ana")), scene(online("ana").with(2), "sam")))
        .isEqualTo(Verdict.refused(new Rejection.HoldsOpenConversations(id("ana"), 2)));
    assertThat(accepted(account("ana", Account.SUSPENDED), scene(online("ana").with(2), "sam"))).isNotEmpty();
  }

  @Test
  void nobody_is_in_more_teams_than_fit_into_one_transaction() {
    var many = IntStream.range(0, AgentAdministration.MOST_TEAMS).mapToObj(i -> "t" + i).toArray(String[]::new);
    var scene = scene(online("ana").in(many), "sam");
    var more = new HashSet<>(scene.agent(id("ana")).orElseThrow().teams());
    more.add(team("sales"));
    assertThat(AgentAdministration.decide(teams("ana", more), scene))
        .isEqualTo(Verdict.refused(new Rejection.TooManyTeams(AgentAdministration.MOST_TEAMS)));
  }

  @Test
  void the_last_super_admin_stays() {
    var only = scene(superAdmin("ana"), "ana");
    for (AgentCommand way : List.of(
        new RemoveAgent(id("ana")), account("ana", Account.SUSPENDED), roles("ana", Role.MANAGER))) {
      assertThat(AgentAdministration.decide(way, only)).isEqualTo(Verdict.refused(new Rejection.LastSuperAdmin()));
    }
  }

  @Test
  void one_of_two_goes_and_the_tally_knows() {
    assertThat(accepted(new RemoveAgent(id("ana")), scene(superAdmin("ana"), "ana", "sam"))).contains(
        new TallyPart(new Versioned<>(new Tally(Set.of(id("ana"), id("sam")), 2), 1), new Tally(Set.of(id("sam")), 2)));
  }

  @Test
  void a_suspended_super_admin_counts_only_once_they_are_active() {
    var scene = scene(suspended("ana").as(Role.OPERATOR), "sam");
    assertThat(accepted(roles("ana", Role.SUPER_ADMIN), scene)).noneMatch(TallyPart.class::isInstance);
    assertThat(accepted(account("ana", Account.ACTIVE), scene(suspended("ana").as(Role.SUPER_ADMIN), "sam")))
        .anyMatch(TallyPart.class::isInstance);
  }
}
