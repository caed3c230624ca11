package baton.conversation;

import static baton.testing.Fixtures.CLOSING;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.waiting;

import baton.conversation.Assignment.Assigning;
import baton.conversation.ConversationCommand.AssignmentCommand;
import baton.conversation.ConversationCommand.Reassign;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.Unassign;
import baton.conversation.ConversationEvent.Assigned;
import baton.conversation.ConversationEvent.Unassigned;
import baton.testing.AgentFixture;
import baton.testing.ConversationFixture;
import baton.testing.Verdict;
import baton.workspace.AssignmentPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// T9, T10: a conversation goes from one person to another, or back into the queue.
class ReassignmentTest {

  @Nested
  class Reassigning {
    @Test
    void moves_it_to_another() {
      given(assignedTo("ana"), online("ana")).naming(online("bo")).when(reassign("bo"))
          .then(new Assigned(Optional.of(id("ana")), id("bo"), Reason.MANUAL));
    }

    @Test
    void is_refused_when_nobody_has_it() {
      given(waiting(), online("ana")).naming(online("bo")).when(reassign("bo")).refused(new Rejection.NotAssigned());
    }

    @Test
    void of_a_closed_one_is_refused() {
      given(closedBy("ana"), online("ana")).naming(online("bo")).when(reassign("bo"))
          .refused(new Rejection.ConversationClosed());
    }

    @Test
    void from_an_agent_who_has_it_no_more_is_refused_and_names_the_holder() {
      given(assignedTo("cy"), online("ana")).naming(online("bo")).when(reassignFrom("ana", "bo"))
          .refused(new Rejection.HeldByAnother(id("cy")));
    }

    @Test
    void from_the_holder_is_done() {
      given(assignedTo("cy"), online("ana")).naming(online("bo")).when(reassignFrom("cy", "bo"))
          .then(new Assigned(Optional.of(id("cy")), id("bo"), Reason.MANUAL));
    }

    @Test
    void to_the_holder_changes_nothing_so_that_a_retry_succeeds() {
      given(assignedTo("bo"), online("ana")).naming(online("bo")).when(reassign("bo")).unchanged();
      given(assignedTo("bo"), online("ana")).naming(online("bo")).when(reassignFrom("ana", "bo")).unchanged();
    }

    @Test
    void to_oneself_is_said_to_be_so() {
      given(assignedTo("bo"), online("ana")).naming(online("ana")).when(reassign("ana"))
          .then(new Assigned(Optional.of(id("bo")), id("ana"), Reason.SELF));
    }

    @Test
    void to_somebody_outside_ones_teams_is_refused() {
      given(assignedTo("bo").in("support"), online("bo").in("support")).naming(online("cy").in("sales"))
          .when(reassign("cy")).refused(new Rejection.TargetNotInSharedTeam(id("cy")));
    }
  }

  @Nested
  class Unassigning {
    @Test
    void puts_it_back_into_the_queue() {
      given(assignedTo("ana"), online("ana")).when(new Unassign(KIMS))
          .then(new Unassigned(id("ana"), Reason.RETURNED)).quietly();
    }

    @Test
    void what_is_in_the_queue_changes_nothing() {
      given(waiting(), online("ana")).when(new Unassign(KIMS)).unchanged();
    }

    @Test
    void a_closed_one_or_a_blocked_one_is_refused() {
      given(closedBy("ana"), online("ana")).when(new Unassign(KIMS)).refused(new Rejection.ConversationClosed());
      given(blocked(), online("ana")).when(new Unassign(KIMS)).refused(new Rejection.ContactBlocked());
    }
  }

  private static Reassign reassign(String to) {
    return new Reassign(KIMS, Optional.empty(), new ToAgent(id(to)));
  }

  private static Reassign reassignFrom(String from, String to) {
    return new Reassign(KIMS, Optional.of(id(from)), new ToAgent(id(to)));
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

    Verdict<ConversationEvent> when(AssignmentCommand command) {
      return new Verdict<>(Assignment.decide(command, scene, NOW));
    }
  }
}
