package baton.conversation;

import static baton.testing.Fixtures.CLOSING;
import static baton.testing.Fixtures.IDLE_AFTER;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.away;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.closed;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import baton.agent.Eligibility.Soft;
import baton.conversation.Closing.Finishing;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.ClosingCommand;
import baton.conversation.ConversationCommand.Reopen;
import baton.conversation.ConversationEvent.Assigned;
import baton.conversation.ConversationEvent.Closed;
import baton.conversation.ConversationEvent.Reopened;
import baton.testing.AgentFixture;
import baton.testing.ConversationFixture;
import baton.testing.Verdict;
import baton.workspace.AssignmentPolicy;
import baton.workspace.AssignmentPolicy.WhenUnavailable;
import baton.workspace.ClosingPolicy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// T17, T20 and the clean-up's closing.
class ClosingTest {
  private static final Seen NOW_SEEN = waiting().conversation().core().traffic().seen();
  private static final ClosingPolicy NEVER = new ClosingPolicy(Duration.ZERO);
  private static final Seen NEWER = new Seen(message("newer").at(NOW.plusSeconds(9)).key(), Optional.empty());

  @Nested
  class An_agent_closes {
    @Test
    void their_own_and_it_stays_theirs() {
      given(assignedTo("ana"), online("ana")).when(close()).then(new Closed(Optional.of(id("ana")), Optional.empty()));
    }

    @Test
    void somebody_elses_and_it_stays_the_assignees_S20() {
      given(assignedTo("bo"), online("ana")).when(close()).then(new Closed(Optional.of(id("bo")), Optional.empty()));
    }

    @Test
    void what_nobody_has_and_it_is_nobodys() {
      given(waiting(), online("ana")).when(close()).then(new Closed(Optional.empty(), Optional.empty()));
    }

    @Test
    void what_is_closed_and_nothing_changes_even_with_an_old_token() {
      given(closed(), online("ana")).when(close()).unchanged();
      given(closedBy("bo"), online("ana")).when(new Close(KIMS, Optional.of(NEWER), false)).unchanged();
    }

    @Test
    void nothing_of_a_blocked_contact() {
      given(blocked(), online("ana")).when(close()).refused(new Rejection.ContactBlocked());
    }

    @Test
    void with_the_row_before_their_eyes() {
      given(assignedTo("ana"), online("ana")).when(new Close(KIMS, Optional.of(NOW_SEEN), false))
          .then(new Closed(Optional.of(id("ana")), Optional.empty()));
    }

    @Test
    void not_over_a_newer_message_and_is_told_which() {
      var behind = assignedTo("ana").with(Traffic.startedBy(NEWER.lastKey(), "newer", NOW));
      given(behind, online("ana")).when(new Close(KIMS, Optional.of(NOW_SEEN), false))
          .refused(new Rejection.NewMessage(NEWER));
    }

    @Test
    void not_over_a_late_message_that_came_behind_the_newest() {
      var late = new Seen(NOW_SEEN.lastKey(), Optional.of(message("late").at(NOW.minusSeconds(9)).key()));
      given(withSeen(assignedTo("ana"), late), online("ana")).when(new Close(KIMS, Optional.of(NOW_SEEN), false))
          .refused(new Rejection.NewMessage(late));
      given(withSeen(assignedTo("ana"), late), online("ana")).when(new Close(KIMS, Optional.of(late), false))
          .then(new Closed(Optional.of(id("ana")), Optional.empty()));
    }

    @Test
    void over_a_newer_message_when_they_insist() {
      var behind = assignedTo("ana").with(Traffic.startedBy(NEWER.lastKey(), "newer", NOW));
      given(behind, online("ana")).when(new Close(KIMS, Optional.of(NOW_SEEN), true))
          .then(new Closed(Optional.of(id("ana")), Optional.empty()));
    }
  }

  @Nested
  class An_agent_begins_again {
    @Test
    void what_is_closed_and_has_it_BL_30() {
      given(closedBy("bo"), online("ana")).when(new Reopen(KIMS)).then(
          new Reopened(Optional.empty(), Optional.of(id("bo")), CLOSING.nextLook(NOW, NOW)),
          new Assigned(Optional.empty(), id("ana"), Reason.SELF)).quietly();
    }

    @Test
    void what_they_have_open_already_and_nothing_changes() {
      given(assignedTo("ana"), online("ana")).when(new Reopen(KIMS)).unchanged();
    }

    @Test
    void nothing_that_is_open() {
      given(waiting(), online("ana")).when(new Reopen(KIMS)).refused(new Rejection.ConversationOpen());
      given(assignedTo("bo"), online("ana")).when(new Reopen(KIMS)).refused(new Rejection.AlreadyAssigned(id("bo")));
    }

    @Test
    void nothing_of_a_blocked_contact() {
      given(blocked(), online("ana")).when(new Reopen(KIMS)).refused(new Rejection.ContactBlocked());
    }

    @Test
    void although_away_and_full_and_is_told_as_with_a_claim() {
      given(closed(), away("ana").with(5).of(5)).when(new Reopen(KIMS)).then(
          new Reopened(Optional.empty(), Optional.empty(), CLOSING.nextLook(NOW, NOW)),
          new Assigned(Optional.empty(), id("ana"), Reason.SELF))
          .warns(Soft.ASSIGNEE_UNAVAILABLE, Soft.ASSIGNEE_AT_CAPACITY);
    }

    @Test
    void not_where_the_workspace_denies_it_to_the_unavailable_or_they_could_not_hold_it() {
      given(closed(), away("ana")).where(WhenUnavailable.DENY).when(new Reopen(KIMS))
          .refused(new Rejection.AssigneeUnavailable(id("ana")));
      given(closed(), observer("ana")).when(new Reopen(KIMS)).refused(new Rejection.AssigneeCannotReply(id("ana")));
    }
  }

  @Nested
  class The_clean_up {
    @Test
    void closes_what_has_lain_still_as_long_as_the_workspace_says() {
      var due = NOW.plus(IDLE_AFTER);
      assertThat(Closing.idle(answered(assignedTo("ana")), CLOSING, due))
          .contains(new Closed(Optional.of(id("ana")), Optional.of(Reason.IDLE)));
      assertThat(Closing.idle(answered(waiting()), CLOSING, due))
          .contains(new Closed(Optional.empty(), Optional.of(Reason.IDLE)));
    }

    @Test
    void never_closes_what_a_customer_waits_for_however_long() {
      var late = NOW.plus(Duration.ofDays(365));
      assertThat(Closing.idle(waiting().conversation(), CLOSING, late)).isEmpty();
      assertThat(Closing.idle(assignedTo("ana").conversation(), CLOSING, late)).isEmpty();
    }

    @Test
    void looks_again_when_it_is_due_and_within_a_day_so_that_a_limit_set_meanwhile_counts() {
      var still = answered(assignedTo("ana"));
      var hourly = new ClosingPolicy(Duration.ofHours(1));
      assertThat(Closing.nextLook(still, hourly, NOW.plusSeconds(60))).isEqualTo(NOW.plus(Duration.ofHours(1)));
      assertThat(Closing.nextLook(still, CLOSING, NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
      assertThat(Closing.nextLook(still, NEVER, NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
      assertThat(hourly.nextLook(NOW, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void begins_to_count_what_a_customer_waits_for_when_they_are_answered() {
      var later = NOW.plus(Duration.ofDays(3));
      assertThat(Closing.nextLook(waiting().conversation(), new ClosingPolicy(Duration.ofHours(1)), later))
          .isEqualTo(later.plus(Duration.ofHours(1)));
    }

    @Test
    void leaves_what_is_not_due() {
      assertThat(Closing.idle(answered(waiting()), CLOSING, NOW.plus(IDLE_AFTER).minusMillis(1))).isEmpty();
    }

    @Test
    void counts_from_the_last_message_or_the_last_move_whichever_is_later() {
      var due = NOW.plus(IDLE_AFTER);
      var written = waiting().with(Traffic.startedBy(NEWER.lastKey(), "newer", NOW).ended());
      assertThat(Closing.idle(written.conversation(), CLOSING, due)).isEmpty();
      assertThat(Closing.idle(written.conversation(), CLOSING, due.plusSeconds(9))).isPresent();
      assertThat(Closing.idle(answered(waiting().since(NOW.plusSeconds(1))), CLOSING, due)).isEmpty();
    }

    @Test
    void leaves_what_is_closed_or_blocked_and_everything_where_it_is_switched_off() {
      var late = NOW.plus(IDLE_AFTER).plus(IDLE_AFTER);
      assertThat(Closing.idle(closed().conversation(), CLOSING, late)).isEmpty();
      assertThat(Closing.idle(blocked().conversation(), CLOSING, late)).isEmpty();
      assertThat(Closing.idle(answered(waiting()), NEVER, late)).isEmpty();
    }
  }

  private static Conversation answered(ConversationFixture conversation) {
    return conversation.with(conversation.conversation().core().traffic().ended()).conversation();
  }

  private static ConversationFixture withSeen(ConversationFixture conversation, Seen seen) {
    var traffic = conversation.conversation().core().traffic();
    return conversation.with(new Traffic(seen.lastKey(), seen.lateKey(), traffic.lastAt(), traffic.lastFrom(),
        traffic.preview(), true, traffic.readAt(), traffic.waitingSince()));
  }

  private static Close close() {
    return new Close(KIMS, Optional.empty(), false);
  }

  private static Given given(ConversationFixture conversation, AgentFixture actor) {
    return new Given(
        new Finishing(conversation.conversation(), actor.agent(), AssignmentPolicy.STANDARD, CLOSING));
  }

  private record Given(Finishing scene) {
    Given where(WhenUnavailable policy) {
      return new Given(
          new Finishing(scene.conversation(), scene.actor(), new AssignmentPolicy(policy), scene.closing()));
    }

    Verdict<ConversationEvent> when(ClosingCommand command) {
      return new Verdict<>(Closing.decide(command, scene, NOW));
    }
  }
}
