package baton.conversation;

import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.away;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.waiting;

import baton.agent.Eligibility.Soft;
import baton.conversation.ConversationCommand.Reply;
import baton.conversation.ConversationEvent.Assigned;
import baton.conversation.Replying.Answering;
import baton.testing.AgentFixture;
import baton.testing.ConversationFixture;
import baton.testing.Verdict;
import baton.workspace.AssignmentPolicy;
import baton.workspace.ReplyPolicy;
import baton.workspace.ReplyPolicy.Mode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// T7, T8: an agent, Ana, answers the customer.
class ReplyingTest {
  private static final Assigned BY_FIRST_REPLY = new Assigned(Optional.empty(), id("ana"), Reason.FIRST_REPLY);
  private static final Seen SEEN = waiting().conversation().core().traffic().seen();

  @Test
  void the_first_to_reply_is_in_charge_RA_4() {
    given(waiting()).when(reply()).then(BY_FIRST_REPLY);
  }

  @Test
  void who_is_away_or_full_takes_it_by_replying_and_is_told_as_with_a_claim() {
    given(waiting()).by(away("ana").with(5).of(5)).when(reply()).then(BY_FIRST_REPLY)
        .warns(Soft.ASSIGNEE_UNAVAILABLE, Soft.ASSIGNEE_AT_CAPACITY);
    given(assignedTo("ana")).by(away("ana")).when(reply()).then().quietly();
  }

  @Test
  void a_reply_that_leaves_it_unassigned_does_RA_11() {
    given(waiting()).when(keeping()).then();
  }

  @Test
  void a_reply_to_ones_own_conversation_only_sends() {
    given(assignedTo("ana")).when(reply()).then();
  }

  @Test
  void a_reply_to_a_colleagues_conversation_never_takes_it() {
    given(assignedTo("bo")).when(reply()).then();
    given(assignedTo("bo")).when(keeping()).then();
  }

  @Test
  void where_everybody_is_free_to_reply_it_assigns_nothing() {
    given(waiting()).where(Mode.FREE).when(reply()).then();
  }

  @Test
  void where_only_the_assignee_replies_the_others_are_refused_BL_23() {
    given(waiting()).where(Mode.REQUIRE_ASSIGNEE).when(reply()).refused(new Rejection.AssignmentRequired());
    given(waiting()).where(Mode.REQUIRE_ASSIGNEE).when(keeping()).refused(new Rejection.AssignmentRequired());
    given(assignedTo("bo")).where(Mode.REQUIRE_ASSIGNEE).when(reply()).refused(new Rejection.AssignmentRequired());
    given(assignedTo("ana")).where(Mode.REQUIRE_ASSIGNEE).when(reply()).then();
  }

  @Test
  void to_a_closed_one_or_a_blocked_contact_nothing_is_said() {
    given(closedBy("ana")).when(reply()).refused(new Rejection.ConversationClosed());
    given(blocked()).when(reply()).refused(new Rejection.ContactBlocked());
  }

  @Test
  void on_a_channel_that_cannot_send_nothing_is_said() {
    given(assignedTo("ana").onWebhook()).when(reply()).refused(new Rejection.ChannelTakesNoReplies());
  }

  @Test
  void over_a_message_that_was_not_seen_it_is_refused_unless_they_insist() {
    var newer = message("newer").at(NOW.plusSeconds(9)).key();
    var behind = assignedTo("ana").with(Traffic.startedBy(newer, "newer", NOW));
    given(behind).when(having(SEEN, false)).refused(new Rejection.NewMessage(new Seen(newer, Optional.empty())));
    given(behind).when(having(SEEN, true)).then();
    given(behind).when(reply()).then();
    given(assignedTo("ana")).when(having(SEEN, false)).then();
  }

  private static Reply reply() {
    return new Reply(KIMS, "hi", false, Optional.empty(), false, Optional.empty());
  }

  private static Reply keeping() {
    return new Reply(KIMS, "hi", true, Optional.empty(), false, Optional.empty());
  }

  private static Reply having(Seen seen, boolean force) {
    return new Reply(KIMS, "hi", false, Optional.of(seen), force, Optional.empty());
  }

  private static Given given(ConversationFixture conversation) {
    return new Given(new Answering(
        conversation.conversation(), online("ana").agent(), ReplyPolicy.STANDARD, AssignmentPolicy.STANDARD));
  }

  private record Given(Answering scene) {
    Given by(AgentFixture actor) {
      return new Given(new Answering(scene.conversation(), actor.agent(), scene.policy(), scene.assignment()));
    }

    Given where(Mode mode) {
      return new Given(new Answering(scene.conversation(), scene.actor(), new ReplyPolicy(mode), scene.assignment()));
    }

    Verdict<ConversationEvent> when(Reply command) {
      return new Verdict<>(Replying.decide(command, scene));
    }
  }
}
