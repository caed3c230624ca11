package baton.notice;

import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.Reassign;
import baton.conversation.ConversationCommand.Reopen;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.Unassign;
import baton.event.EventType;
import baton.testing.Desk;
import baton.testing.InMemoryInbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Events come late, twice and in any order: nobody is told what is not so any more, or hears it twice.
class LateEventsTest {
  private final Desk desk = new Desk(new InMemoryInbox()).with(
      online("ana").in("support"), online("bo").in("support"), online("cy").in("sales"), manager("mo"));
  private final Ears ears = new Ears(desk);

  @BeforeEach
  void kim_wrote() {
    desk.gets(message("hello"));
  }

  @Test
  void a_late_assignment_is_told_to_nobody_who_does_not_have_it_by_now() {
    var first = ears.happens(() -> desk.when("mo", new Assign(KIMS, new ToAgent(id("ana")), false)));
    var second = ears.happens(() -> desk.when("mo", new Reassign(KIMS, Optional.empty(), new ToAgent(id("bo")))));
    var third = ears.happens(() -> desk.when("mo", new Reassign(KIMS, Optional.empty(), new ToAgent(id("ana")))));
    assertThat(ears.words(first)).isEmpty();
    assertThat(ears.words(second)).isEmpty();
    assertThat(ears.words(third)).containsExactly("assigned → ana", "moved → bo");
  }

  @Test
  void a_late_opening_is_told_neither_while_somebody_has_it_nor_when_it_waits_again() {
    var opening = desk.log().getFirst();
    ears.happens(() -> desk.when("ana", new Claim(KIMS)));
    assertThat(ears.words(opening)).isEmpty();
    var returning = ears.happens(() -> desk.when("ana", new Unassign(KIMS)));
    assertThat(ears.words(opening)).isEmpty();
    assertThat(ears.words(returning)).containsExactly("waiting → bo cy");
  }

  @Test
  void a_late_claim_withdraws_no_alert_of_what_waits_again() {
    var claim = ears.happens(() -> desk.when("ana", new Claim(KIMS)));
    ears.happens(() -> desk.when("ana", new Unassign(KIMS)));
    assertThat(ears.words(claim)).isEmpty();
  }

  @Test
  void a_late_claim_withdraws_the_alert_also_when_another_has_it_by_now_but_not_theirs() {
    var claim = ears.happens(() -> desk.when("ana", new Claim(KIMS)));
    ears.happens(() -> desk.when("ana", new Reassign(KIMS, Optional.empty(), new ToAgent(id("bo")))));
    assertThat(ears.words(claim)).containsExactly("taken → cy");
  }

  @Test
  void a_late_closing_is_told_to_nobody_while_it_is_open_again() {
    desk.when("ana", new Claim(KIMS));
    var closing = ears.happens(() -> desk.when("mo", new Close(KIMS, Optional.empty(), false)));
    ears.happens(() -> desk.when("mo", new Reopen(KIMS)));
    assertThat(ears.words(closing)).isEmpty();
    ears.happens(() -> desk.when("mo", new Close(KIMS, Optional.empty(), false)));
    assertThat(ears.words(closing)).isEmpty();
  }

  @Test
  void a_late_new_beginning_is_told_to_nobody_when_it_is_over_or_theirs_again() {
    desk.when("ana", new Claim(KIMS));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    ears.happens(() -> desk.when("bo", new Reopen(KIMS)));
    var beginning = desk.log().get(desk.log().size() - 2);
    assertThat(ears.words(beginning)).containsExactly("reopened → ana");
    ears.happens(() -> desk.when("bo", new Reassign(KIMS, Optional.empty(), new ToAgent(id("ana")))));
    assertThat(ears.words(beginning)).isEmpty();
    ears.happens(() -> desk.when("ana", new Close(KIMS, Optional.empty(), false)));
    assertThat(ears.words(beginning)).isEmpty();
  }

  @Test
  void who_has_it_back_or_closed_it_themselves_does_not_hear_late_that_they_lost_it() {
    desk.when("ana", new Claim(KIMS));
    var loss = ears.happens(() -> desk.when("mo", new Unassign(KIMS)));
    assertThat(ears.words(loss)).containsExactly("waiting → ana bo cy", "moved → ana");
    ears.happens(() -> desk.when("ana", new Claim(KIMS)));
    assertThat(ears.words(loss)).isEmpty();
    ears.happens(() -> desk.when("ana", new Close(KIMS, Optional.empty(), false)));
    assertThat(ears.words(loss)).isEmpty();
  }

  @Test
  void a_message_of_an_episode_that_is_over_does_not_ring_again() {
    var held = ears.happens(() -> desk.gets(message("anybody?")));
    var old = ears.received();
    assertThat(held.type()).isEqualTo(EventType.CONVERSATION_OPENED);
    ears.happens(() -> desk.when("mo", new Close(KIMS, Optional.empty(), false)));
    desk.later(Duration.ofHours(1)).gets(message("me again"));
    assertThat(ears.words(old)).isEmpty();
  }

  @Test
  void a_message_that_came_in_the_same_breath_as_the_one_that_began_the_episode_is_told() {
    desk.when("mo", new Close(KIMS, Optional.empty(), false));
    var before = desk.now();
    desk.later(Duration.ofSeconds(2)).gets(message("the second, taken in first"));
    var first = message("the first").id("first").at(before);
    desk.takesIn(first);
    assertThat(ears.words(ears.received(first.key(), before))).containsExactly("message → ana bo cy");
  }

  @Test
  void the_versions_of_notices_tell_which_is_the_last_word() {
    desk.when("ana", new Claim(KIMS));
    var taken = ears.notices(desk.log().getLast()).getFirst();
    desk.later(Duration.ofSeconds(1)).when("ana", new Unassign(KIMS));
    var waiting = ears.notices(desk.log().getLast()).getFirst();
    desk.later(Duration.ofSeconds(1)).gets(message("anybody?"));
    var message = ears.notices(ears.received()).getFirst();
    desk.later(Duration.ofSeconds(1)).when("bo", new Claim(KIMS));
    var takenAgain = ears.notices(desk.log().getLast()).getFirst();
    var late = ears.notices(desk.log().get(1)).getFirst();
    assertThat(List.of(taken, waiting, message, takenAgain, late)).extracting(Notice::version)
        .containsExactly(2L, 3L, 3L, 4L, 2L);
  }
}
