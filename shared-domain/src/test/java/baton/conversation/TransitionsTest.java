package baton.conversation;

import static baton.testing.Fixtures.CLOSING;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.blockedAfterClosingBy;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.team;
import static baton.testing.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import baton.access.Placed.Status;
import baton.conversation.ConversationEvent.Assigned;
import baton.conversation.ConversationEvent.Closed;
import baton.conversation.ConversationEvent.Opened;
import baton.conversation.ConversationEvent.Reopened;
import baton.conversation.ConversationEvent.TeamChanged;
import baton.conversation.ConversationEvent.Unassigned;
import baton.conversation.ConversationEvent.Unblocked;
import baton.event.Actor;
import baton.event.Event;
import baton.event.EventType;
import baton.message.MessageKey;
import baton.testing.ConversationFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// State is the fold of events, and the log is the same story told in lines.
class TransitionsTest {
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Actor ANA = Actor.agent(id("ana"));
  private static final Instant CHECK = CLOSING.nextLook(LATER, LATER);
  private static final MessageKey NEXT = message("again").at(LATER).key();
  private static final Reopened BACK = new Reopened(Optional.of(NEXT), Optional.of(id("ana")), CHECK);

  @Test
  void opening_begins_the_first_episode_in_the_queue() {
    var opened = after(new ConversationFixture(Receiving.fresh(message("hello").message())), new Opened(message("hello").key(), CHECK));
    assertThat(opened).isInstanceOf(Conversation.Unassigned.class);
    assertThat(opened.version()).isEqualTo(1);
    assertThat(opened.since()).isEqualTo(LATER);
    assertThat(opened.core().episode()).isEqualTo(1);
    assertThat(opened.core().openedAt()).isEqualTo(LATER);
    assertThat(opened.core().idleCheckAt()).contains(CHECK);
  }

  @Test
  void assigning_makes_it_theirs_and_remembers_them_as_the_last() {
    var assigned = after(waiting(), given("ana"));
    assertThat(assigned.status()).isEqualTo(Status.ASSIGNED);
    assertThat(assigned.holder()).contains(id("ana"));
    assertThat(assigned.responsible()).contains(id("ana"));
    assertThat(assigned.core().lastAssignee()).contains(id("ana"));
    assertThat(assigned.since()).isEqualTo(LATER);
    assertThat(assigned.core().idleCheckAt()).isEqualTo(waiting().conversation().core().idleCheckAt());
  }

  @Test
  void unassigning_puts_it_back_and_still_remembers_who_had_it() {
    var back = after(assignedTo("ana"), new Unassigned(id("ana"), Reason.RETURNED));
    assertThat(back.status()).isEqualTo(Status.UNASSIGNED);
    assertThat(back.responsible()).isEmpty();
    assertThat(back.core().lastAssignee()).contains(id("ana"));
    assertThat(back.since()).isEqualTo(LATER);
    assertThat(back.core().episode()).isEqualTo(1);
  }

  @Test
  void a_change_of_team_leaves_the_holder_and_the_time_they_have_had_it() {
    var moved = after(assignedTo("ana"), toSales());
    assertThat(moved.team()).contains(team("sales"));
    assertThat(moved.holder()).contains(id("ana"));
    assertThat(moved.since()).isEqualTo(NOW);
  }

  @Test
  void entering_another_teams_queue_begins_to_wait_there_but_the_customer_has_waited_all_along_S21() {
    var moved = after(waiting(), toSales());
    assertThat(moved.team()).contains(team("sales"));
    assertThat(moved.since()).isEqualTo(LATER);
    assertThat(moved.core().traffic().waitingSince()).contains(NOW);
  }

  @Test
  void closing_keeps_whose_it_was_and_ends_the_waiting_and_the_timer() {
    var closed = after(assignedTo("ana"), new Closed(Optional.of(id("ana")), Optional.empty()));
    assertThat(closed.status()).isEqualTo(Status.CLOSED);
    assertThat(closed.responsible()).contains(id("ana"));
    assertThat(closed.holder()).isEmpty();
    assertThat(closed.isOpen()).isFalse();
    assertThat(closed.core().idleCheckAt()).isEmpty();
    assertThat(closed.core().traffic().waitingSince()).isEmpty();
    assertThat(closed.core().traffic().unread()).isTrue();
  }

  @Test
  void beginning_again_begins_the_next_episode_in_the_queue() {
    var again = after(closedBy("ana"), BACK);
    assertThat(again.status()).isEqualTo(Status.UNASSIGNED);
    assertThat(again.core().episode()).isEqualTo(2);
    assertThat(again.core().openedAt()).isEqualTo(LATER);
    assertThat(again.core().openedBy()).contains(NEXT);
    assertThat(again.core().idleCheckAt()).contains(CHECK);
    assertThat(again.core().lastAssignee()).contains(id("ana"));
  }

  @Test
  void blocking_hides_what_is_open_and_takes_it_from_its_holder() {
    for (var hidden : List.of(
        after(assignedTo("ana"), new Unassigned(id("ana"), Reason.CONTACT_BLOCKED)),
        after(waiting(), new ConversationEvent.Blocked()))) {
      assertThat(hidden).isInstanceOfSatisfying(Conversation.Blocked.class, blocked -> {
        assertThat(blocked.wasClosed()).isFalse();
        assertThat(blocked.owner()).isEmpty();
      });
      assertThat(hidden.holder()).isEmpty();
      assertThat(hidden.responsible()).isEmpty();
      assertThat(hidden.core().idleCheckAt()).isEmpty();
    }
  }

  @Test
  void blocking_and_unblocking_what_was_closed_keeps_whose_it_was() {
    var hidden = after(closedBy("ana"), new ConversationEvent.Blocked());
    assertThat(hidden).isInstanceOfSatisfying(Conversation.Blocked.class, blocked -> {
      assertThat(blocked.wasClosed()).isTrue();
      assertThat(blocked.owner()).contains(id("ana"));
    });
    var back = after(blockedAfterClosingBy("ana"), new Unblocked(CHECK));
    assertThat(back.status()).isEqualTo(Status.CLOSED);
    assertThat(back.responsible()).contains(id("ana"));
    assertThat(back.core().idleCheckAt()).isEmpty();
    assertThat(back.core().episode()).isEqualTo(1);
  }

  @Test
  void unblocking_what_was_open_puts_it_into_the_queue() {
    var back = after(blocked(), new Unblocked(CHECK));
    assertThat(back.status()).isEqualTo(Status.UNASSIGNED);
    assertThat(back.core().idleCheckAt()).contains(CHECK);
  }

  @Test
  void several_events_are_numbered_without_a_gap_and_the_state_is_their_fold() {
    var before = assignedTo("ana").version(7).conversation();
    List<ConversationEvent> events = List.of(toSales(), new Unassigned(id("ana"), Reason.TEAM_CHANGED), given("bo"));
    var moved = Transitions.apply(before, events, ANA, LATER);
    var folded = before;
    for (var event : events) {
      folded = Transitions.apply(folded, event, LATER);
    }
    assertThat(moved.after()).isEqualTo(folded);
    assertThat(moved.after().version()).isEqualTo(10);
    assertThat(moved.events()).extracting(Event::version).containsExactly(8L, 9L, 10L);
    assertThat(moved.events()).extracting(Event::id).doesNotHaveDuplicates();
  }

  @Test
  void nothing_happening_changes_nothing() {
    var before = waiting().conversation();
    assertThat(Transitions.apply(before, List.of(), ANA, LATER))
        .isEqualTo(new Transitions.Moved(before, List.of()));
  }

  @Test
  void a_log_line_says_who_why_from_whom_to_whom_and_where_it_stands_then() {
    var moved = Transitions.apply(
        assignedTo("ana").in("support").conversation(),
        List.of(new TeamChanged(Optional.of(team("support")), Optional.of(team("sales"))),
            new Unassigned(id("ana"), Reason.TEAM_CHANGED)),
        ANA, LATER);
    var core = moved.after().core();
    assertThat(moved.events()).containsExactly(
        line(core, 2, EventType.CONVERSATION_TEAM_CHANGED, "", "", "support", "sales"),
        line(core, 3, EventType.CONVERSATION_UNASSIGNED, core.id() + "-000002", "team_changed", "ana", ""));
  }

  @Test
  void each_event_has_its_word_and_its_reason() {
    assertThat(logged(waiting(), given("ana")))
        .extracting(Event::type, Event::reason, Event::from, Event::to)
        .containsExactly(EventType.CONVERSATION_ASSIGNED, "manual", "", "ana");
    assertThat(logged(assignedTo("ana"), new Closed(Optional.of(id("ana")), Optional.of(Reason.IDLE))))
        .extracting(Event::type, Event::reason, Event::from, Event::to)
        .containsExactly(EventType.CONVERSATION_CLOSED, "idle", "ana", "");
    assertThat(logged(waiting(), new ConversationEvent.Blocked()))
        .extracting(Event::type, Event::reason).containsExactly(EventType.CONVERSATION_BLOCKED, "contact_blocked");
    assertThat(logged(blocked(), new Unblocked(CHECK)).type()).isEqualTo(EventType.CONVERSATION_UNBLOCKED);
    assertThat(logged(closedBy("ana"), BACK))
        .extracting(Event::type, Event::episode, Event::from)
        .containsExactly(EventType.CONVERSATION_REOPENED, 2, "ana");
  }

  private static Event line(
      Conversation.Core core, long version, EventType type, String cause, String reason, String from, String to) {
    return new Event(
        "%s-%06d".formatted(core.id(), version), type, core.workspace(), core.id().value(), Optional.of(core.id()),
        Optional.of(core.contact()), Optional.of(core.channel()), core.team(), 1, version, LATER, ANA, reason, cause,
        cause.isEmpty() ? 0 : 1,
        from, to, java.util.Map.of());
  }

  private static Event logged(ConversationFixture before, ConversationEvent event) {
    return Transitions.apply(before.conversation(), List.of(event), ANA, LATER).events().getFirst();
  }

  private static Conversation after(ConversationFixture before, ConversationEvent event) {
    return Transitions.apply(before.conversation(), event, LATER);
  }

  private static Assigned given(String to) {
    return new Assigned(Optional.empty(), id(to), Reason.MANUAL);
  }

  private static TeamChanged toSales() {
    return new TeamChanged(Optional.empty(), Optional.of(team("sales")));
  }
}
