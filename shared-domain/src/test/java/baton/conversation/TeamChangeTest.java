package baton.conversation;

import static baton.testing.Fixtures.CLOSING;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.called;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.team;
import static baton.testing.Fixtures.waiting;

import baton.conversation.Assignment.Assigning;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.AssignmentCommand;
import baton.conversation.ConversationCommand.KeepAssignee;
import baton.conversation.ConversationCommand.Reassign;
import baton.conversation.ConversationCommand.ToTeam;
import baton.conversation.ConversationEvent.Reopened;
import baton.conversation.ConversationEvent.TeamChanged;
import baton.conversation.ConversationEvent.Unassigned;
import baton.testing.AgentFixture;
import baton.testing.ConversationFixture;
import baton.testing.Verdict;
import baton.workspace.AssignmentPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// T11: a conversation goes to a team's queue (BL-53, BL-54), and what becomes of its holder (P-29).
class TeamChangeTest {
  private static final TeamChanged TO_SALES = new TeamChanged(Optional.empty(), Optional.of(team("sales")));
  private static final TeamChanged FROM_SUPPORT =
      new TeamChanged(Optional.of(team("support")), Optional.of(team("sales")));

  @Test
  void what_waits_moves_to_the_teams_queue() {
    given(waiting()).when(toSales(KeepAssignee.AUTO)).then(TO_SALES);
    given(waiting().in("support")).when(toSales(KeepAssignee.AUTO)).then(FROM_SUPPORT);
  }

  @Test
  void what_waits_in_that_team_already_stays() {
    given(waiting().in("sales")).when(toSales(KeepAssignee.AUTO)).unchanged();
  }

  @Test
  void a_team_that_does_not_exist_is_refused() {
    given(waiting()).withoutTheTeam().when(toSales(KeepAssignee.AUTO)).refused(new Rejection.UnknownTeam(team("sales")));
  }

  @Test
  void a_holder_who_does_not_work_for_it_loses_it() {
    given(assignedTo("bo").in("support")).heldBy(online("bo").in("support")).when(toSales(KeepAssignee.AUTO))
        .then(FROM_SUPPORT, new Unassigned(id("bo"), Reason.TEAM_CHANGED));
  }

  @Test
  void a_holder_who_works_for_it_too_keeps_it() {
    given(assignedTo("bo").in("support")).heldBy(online("bo").in("support", "sales")).when(toSales(KeepAssignee.AUTO))
        .then(FROM_SUPPORT);
  }

  @Test
  void a_holder_without_a_team_loses_it_unless_they_are_to_be_kept() {
    given(assignedTo("bo")).heldBy(online("bo")).when(toSales(KeepAssignee.AUTO))
        .then(TO_SALES, new Unassigned(id("bo"), Reason.TEAM_CHANGED));
    given(assignedTo("bo")).heldBy(online("bo")).when(toSales(KeepAssignee.YES)).then(TO_SALES);
  }

  @Test
  void a_holder_who_is_to_be_kept_must_be_able_to_hold_it() {
    given(assignedTo("bo").in("support")).heldBy(online("bo").in("support")).when(toSales(KeepAssignee.YES))
        .then(FROM_SUPPORT, new Unassigned(id("bo"), Reason.TEAM_CHANGED));
    given(assignedTo("mo").in("support")).heldBy(manager("mo").in("support")).when(toSales(KeepAssignee.YES))
        .then(FROM_SUPPORT);
  }

  @Test
  void a_holder_in_the_team_who_may_not_reply_any_more_is_not_kept() {
    given(assignedTo("bo")).heldBy(observer("bo").in("sales")).when(toSales(KeepAssignee.AUTO))
        .then(TO_SALES, new Unassigned(id("bo"), Reason.TEAM_CHANGED));
    given(assignedTo("bo")).heldBy(suspended("bo").in("sales")).when(toSales(KeepAssignee.AUTO))
        .then(TO_SALES, new Unassigned(id("bo"), Reason.TEAM_CHANGED));
  }

  @Test
  void a_holder_of_whom_nothing_is_known_any_more_loses_it() {
    given(assignedTo("bo")).when(toSales(KeepAssignee.YES))
        .then(TO_SALES, new Unassigned(id("bo"), Reason.TEAM_CHANGED));
  }

  @Test
  void a_holder_who_is_not_to_be_kept_loses_it_even_within_the_team() {
    given(assignedTo("bo").in("sales")).heldBy(online("bo").in("sales")).when(toSales(KeepAssignee.NO))
        .then(new Unassigned(id("bo"), Reason.TEAM_CHANGED));
  }

  @Test
  void to_the_team_that_has_it_with_a_holder_who_works_there_changes_nothing() {
    given(assignedTo("bo").in("sales")).heldBy(online("bo").in("sales")).when(toSales(KeepAssignee.AUTO)).unchanged();
  }

  @Test
  void an_operator_may_give_it_to_a_team_they_are_not_in_BL_54() {
    given(waiting().in("support"), online("bo").in("support")).when(toSales(KeepAssignee.AUTO)).then(FROM_SUPPORT);
  }

  @Test
  void a_reassignment_to_a_team_needs_a_holder() {
    var toSales = new Reassign(KIMS, Optional.empty(), new ToTeam(team("sales"), KeepAssignee.AUTO));
    given(waiting()).when(toSales).refused(new Rejection.NotAssigned());
    given(assignedTo("bo")).heldBy(online("bo")).when(toSales)
        .then(TO_SALES, new Unassigned(id("bo"), Reason.TEAM_CHANGED));
  }

  @Test
  void a_reassignment_to_a_team_from_somebody_else_is_refused() {
    given(assignedTo("bo")).heldBy(online("bo"))
        .when(new Reassign(KIMS, Optional.of(id("cy")), new ToTeam(team("sales"), KeepAssignee.AUTO)))
        .refused(new Rejection.HeldByAnother(id("bo")));
  }

  @Test
  void what_is_closed_or_blocked_is_refused() {
    given(closedBy("bo")).when(toSales(KeepAssignee.AUTO)).refused(new Rejection.ConversationClosed());
    given(blocked()).when(toSales(KeepAssignee.AUTO)).refused(new Rejection.ContactBlocked());
  }

  @Test
  void what_is_closed_begins_again_in_the_teams_queue_when_that_is_wished() {
    var again = new Assign(KIMS, new ToTeam(team("sales"), KeepAssignee.AUTO), true);
    given(closedBy("bo").in("support")).when(again).then(begunAgain(), FROM_SUPPORT);
    given(closedBy("bo").in("sales")).when(again).then(begunAgain());
    given(closedBy("bo")).withoutTheTeam().when(again).refused(new Rejection.UnknownTeam(team("sales")));
  }

  private static Reopened begunAgain() {
    return new Reopened(Optional.empty(), Optional.of(id("bo")), CLOSING.nextLook(NOW, NOW));
  }

  private static Assign toSales(KeepAssignee keep) {
    return new Assign(KIMS, new ToTeam(team("sales"), keep), false);
  }

  private static Given given(ConversationFixture conversation) {
    return given(conversation, manager("mo"));
  }

  private static Given given(ConversationFixture conversation, AgentFixture actor) {
    return new Given(new Assigning(conversation.conversation(), actor.agent(), Optional.empty(),
        Optional.of(called("sales")), Optional.empty(), AssignmentPolicy.STANDARD, CLOSING));
  }

  private record Given(Assigning scene) {
    Given heldBy(AgentFixture holder) {
      return new Given(new Assigning(scene.conversation(), scene.actor(), scene.target(), scene.team(),
          Optional.of(holder.agent()), scene.policy(), scene.closing()));
    }

    Given withoutTheTeam() {
      return new Given(new Assigning(scene.conversation(), scene.actor(), scene.target(), Optional.empty(),
          scene.holder(), scene.policy(), scene.closing()));
    }

    Verdict<ConversationEvent> when(AssignmentCommand command) {
      return new Verdict<>(Assignment.decide(command, scene, NOW));
    }
  }
}
