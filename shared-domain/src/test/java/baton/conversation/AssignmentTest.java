package baton.conversation;

import static baton.testing.Fixtures.CLOSING;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.away;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.closed;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.waiting;

import baton.agent.Eligibility.Soft;
import baton.conversation.Assignment.Assigning;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.AssignmentCommand;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationEvent.Assigned;
import baton.conversation.ConversationEvent.Reopened;
import baton.testing.AgentFixture;
import baton.testing.ConversationFixture;
import baton.testing.Verdict;
import baton.workspace.AssignmentPolicy;
import baton.workspace.AssignmentPolicy.WhenUnavailable;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// T5, T6: a conversation is taken, or given to a person. From one to another: [ReassignmentTest]; to a team:
/// [TeamChangeTest].
class AssignmentTest {

  @Nested
  class Claiming {
    @Test
    void takes_what_nobody_has() {
      given(waiting(), online("ana")).when(claim()).then(taken("ana")).quietly();
    }

    @Test
    void is_refused_when_somebody_has_it_and_names_them() {
      given(assignedTo("bo"), online("ana")).when(claim()).refused(new Rejection.AlreadyAssigned(id("bo")));
    }

    @Test
    void of_what_one_has_already_changes_nothing_so_that_a_retry_succeeds() {
      given(assignedTo("ana"), online("ana")).when(claim()).unchanged();
    }

    @Test
    void of_a_closed_one_is_refused_also_for_the_one_who_closed_it() {
      given(closed(), online("ana")).when(claim()).refused(new Rejection.ConversationClosed());
      given(closedBy("ana"), online("ana")).when(claim()).refused(new Rejection.ConversationClosed());
    }

    @Test
    void of_a_blocked_contact_is_refused() {
      given(blocked(), online("ana")).when(claim()).refused(new Rejection.ContactBlocked());
    }

    @Test
    void by_somebody_who_is_away_and_full_is_done_and_both_are_said() {
      given(waiting(), away("ana").with(5).of(5)).when(claim())
          .then(taken("ana"))
          .warns(Soft.ASSIGNEE_UNAVAILABLE, Soft.ASSIGNEE_AT_CAPACITY);
    }

    @Test
    void by_somebody_who_may_not_reply_is_refused() {
      given(waiting(), observer("ana")).when(claim()).refused(new Rejection.AssigneeCannotReply(id("ana")));
    }
  }

  @Nested
  class Assigning_to_a_person {
    @Test
    void gives_them_what_nobody_has() {
      given(waiting(), online("ana")).naming(online("bo")).when(assign("bo")).then(given_("bo")).quietly();
    }

    @Test
    void takes_it_from_the_holder() {
      given(assignedTo("cy"), online("ana")).naming(online("bo")).when(assign("bo"))
          .then(new Assigned(Optional.of(id("cy")), id("bo"), Reason.MANUAL));
    }

    @Test
    void to_oneself_is_said_to_be_so() {
      given(waiting(), online("ana")).naming(online("ana")).when(assign("ana")).then(taken("ana"));
    }

    @Test
    void to_oneself_works_although_one_shares_no_team_with_anybody() {
      var ana = online("ana").in("support");
      given(waiting().in("support"), ana).naming(ana).when(assign("ana")).then(taken("ana"));
    }

    @Test
    void to_oneself_at_capacity_is_done_and_said() {
      var ana = online("ana").with(5).of(5);
      given(waiting(), ana).naming(ana).when(assign("ana")).then(taken("ana")).warns(Soft.ASSIGNEE_AT_CAPACITY);
    }

    @Test
    void who_has_it_already_changes_nothing_even_if_they_are_full() {
      given(assignedTo("bo"), online("ana")).naming(online("bo").with(5).of(5)).when(assign("bo")).unchanged();
    }

    @Test
    void who_does_not_exist_is_refused() {
      given(waiting(), online("ana")).when(assign("nobody")).refused(new Rejection.UnknownAgent(id("nobody")));
    }

    @Test
    void whose_account_is_suspended_is_refused() {
      given(waiting(), online("ana")).naming(suspended("bo")).when(assign("bo"))
          .refused(new Rejection.AssigneeInactive(id("bo")));
    }

    @Test
    void who_may_not_reply_is_refused() {
      given(waiting(), online("ana")).naming(observer("bo")).when(assign("bo"))
          .refused(new Rejection.AssigneeCannotReply(id("bo")));
    }

    @Test
    void who_may_not_see_the_teams_work_is_refused() {
      given(waiting().in("support"), manager("ana")).naming(online("bo").in("sales")).when(assign("bo"))
          .refused(new Rejection.AssigneeCannotSee(id("bo")));
    }

    @Test
    void who_is_restricted_to_what_is_theirs_can_hold_it() {
      given(waiting(), online("ana")).naming(restricted("bo")).when(assign("bo")).then(given_("bo"));
    }

    @Test
    void outside_ones_own_teams_is_refused_BL_52() {
      given(waiting().in("support"), online("bo").in("support")).naming(online("cy").in("sales")).when(assign("cy"))
          .refused(new Rejection.TargetNotInSharedTeam(id("cy")));
    }

    @Test
    void in_one_shared_team_of_several_is_enough() {
      given(waiting().in("support"), online("bo").in("support", "billing"))
          .naming(online("cy").in("sales", "support")).when(assign("cy")).then(given_("cy"));
    }

    @Test
    void without_a_team_is_refused_to_somebody_in_a_team() {
      given(waiting(), online("bo").in("support")).naming(online("cy")).when(assign("cy"))
          .refused(new Rejection.TargetNotInSharedTeam(id("cy")));
    }

    @Test
    void anywhere_is_free_to_an_agent_without_a_team_and_to_a_manager() {
      given(waiting(), online("ana")).naming(online("cy").in("sales")).when(assign("cy")).then(given_("cy"));
      given(waiting(), manager("mo").in("support")).naming(online("cy").in("sales")).when(assign("cy"))
          .then(given_("cy"));
    }

    @Test
    void who_is_away_is_done_with_a_warning_LB_11() {
      given(waiting(), online("ana")).naming(away("bo")).when(assign("bo")).then(given_("bo"))
          .warns(Soft.ASSIGNEE_UNAVAILABLE);
    }

    @Test
    void who_is_away_is_done_without_a_word_where_the_workspace_allows_it() {
      given(waiting(), online("ana")).naming(away("bo")).where(WhenUnavailable.ALLOW).when(assign("bo"))
          .then(given_("bo")).quietly();
    }

    @Test
    void who_is_away_or_full_is_refused_where_the_workspace_denies_it() {
      given(waiting(), online("ana")).naming(away("bo")).where(WhenUnavailable.DENY).when(assign("bo"))
          .refused(new Rejection.AssigneeUnavailable(id("bo")));
      given(waiting(), online("ana")).naming(online("bo").with(5).of(5)).where(WhenUnavailable.DENY)
          .when(assign("bo")).refused(new Rejection.AssigneeUnavailable(id("bo")));
    }

    @Test
    void of_a_blocked_contact_is_refused() {
      given(blocked(), online("ana")).naming(online("bo")).when(assign("bo")).refused(new Rejection.ContactBlocked());
    }

    @Test
    void of_a_closed_one_is_refused() {
      given(closedBy("bo"), online("ana")).naming(online("bo")).when(assign("bo"))
          .refused(new Rejection.ConversationClosed());
    }

    @Test
    void of_a_closed_one_begins_it_again_when_that_is_wished() {
      given(closedBy("bo"), online("ana")).naming(away("bo")).when(assignAgain("bo"))
          .then(new Reopened(Optional.empty(), Optional.of(id("bo")), CLOSING.nextLook(NOW, NOW)), given_("bo"))
          .warns(Soft.ASSIGNEE_UNAVAILABLE);
    }

    @Test
    void of_a_closed_one_that_cannot_be_given_leaves_it_closed() {
      given(closed(), online("ana")).naming(suspended("bo")).when(assignAgain("bo"))
          .refused(new Rejection.AssigneeInactive(id("bo")));
    }

    @Test
    void of_an_open_one_does_not_begin_it_again_whatever_is_wished() {
      given(waiting(), online("ana")).naming(online("bo")).when(assignAgain("bo")).then(given_("bo"));
    }

    @Test
    void of_a_blocked_contact_is_refused_also_when_it_may_begin_again() {
      given(blocked(), online("ana")).naming(online("bo")).when(assignAgain("bo"))
          .refused(new Rejection.ContactBlocked());
    }
  }

  private static Claim claim() {
    return new Claim(KIMS);
  }

  private static Assign assign(String to) {
    return new Assign(KIMS, new ToAgent(id(to)), false);
  }

  private static Assign assignAgain(String to) {
    return new Assign(KIMS, new ToAgent(id(to)), true);
  }

  private static Assigned taken(String by) {
    return new Assigned(Optional.empty(), id(by), Reason.SELF);
  }

  private static Assigned given_(String to) {
    return new Assigned(Optional.empty(), id(to), Reason.MANUAL);
  }

  private static Given given(ConversationFixture conversation, AgentFixture actor) {
    return new Given(new Assigning(conversation.conversation(), actor.agent(), Optional.empty(), Optional.empty(),
        Optional.empty(), AssignmentPolicy.STANDARD, CLOSING));
  }

  private record Given(Assigning scene) {
    Given naming(AgentFixture target) {
      return new Given(new Assigning(scene.conversation(), scene.actor(), Optional.of(target.agent()), scene.team(),
          scene.holder(), scene.policy(), scene.closing()));
    }

    Given where(WhenUnavailable policy) {
      return new Given(new Assigning(scene.conversation(), scene.actor(), scene.target(), scene.team(), scene.holder(),
          new AssignmentPolicy(policy), scene.closing()));
    }

    Verdict<ConversationEvent> when(AssignmentCommand command) {
      return new Verdict<>(Assignment.decide(command, scene, NOW));
    }
  }
}
