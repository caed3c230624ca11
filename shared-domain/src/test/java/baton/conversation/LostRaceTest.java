package baton.conversation;

import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contact.ContactCommand.Block;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.KeepAssignee;
import baton.conversation.ConversationCommand.Reply;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.ToTeam;
import baton.testing.Desk;
import baton.testing.InMemoryInbox;
import baton.testing.Invariants;
import baton.testing.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Races that are lost, and answers that are.
class LostRaceTest {
  private final InMemoryInbox inbox = new InMemoryInbox();
  private final Desk others = new Desk(inbox).with(
      online("ana").in("support"), online("bo").in("support"), online("cy").in("sales"), manager("mo"));
  private final Trouble table = new Trouble(inbox.conversations());
  private final Desk desk = others.beside(_ -> table);

  @AfterEach
  void nothing_is_broken() {
    Invariants.check(desk.everything());
  }

  @Test
  void a_lost_race_is_decided_again_and_names_the_winner() {
    others.gets(message("hello"));
    table.meanwhile(() -> others.when("bo", new Claim(KIMS)));
    refused(desk.when("ana", new Claim(KIMS)), new Rejection.AlreadyAssigned(id("bo")));
    assertThat(desk.story()).containsExactly("conversation.opened", "conversation.assigned");
  }

  @Test
  void a_lost_race_that_leaves_the_wish_possible_is_won_the_second_time() {
    others.gets(message("hello"));
    table.meanwhile(() -> others.when("mo", new Assign(KIMS, new ToTeam(team("support"), KeepAssignee.AUTO), false)));
    assertThat(done(desk.when("ana", new Claim(KIMS))).conversation().version()).isEqualTo(3);
    assertThat(table.commits()).isEqualTo(2);
  }

  @Test
  void a_lost_race_asks_access_again() {
    others.gets(message("hello"));
    table.meanwhile(() -> others.when("mo", new Assign(KIMS, new ToTeam(team("sales"), KeepAssignee.AUTO), false)));
    refused(desk.when("ana", new Claim(KIMS)), new Rejection.NotFound("conversation"));
  }

  @Test
  void a_lost_race_holds_if_match_again() {
    others.gets(message("hello"));
    table.meanwhile(() -> others.when("mo", new Assign(KIMS, new ToTeam(team("support"), KeepAssignee.AUTO), false)));
    refused(desk.when("ana", new Claim(KIMS), 1), new Rejection.VersionConflict(desk.kims()));
  }

  @Test
  void tries_are_bounded_and_pause_only_in_between() {
    others.gets(message("hello"));
    table.loses(99);
    assertThatThrownBy(() -> desk.when("ana", new Claim(KIMS))).isInstanceOf(Unavailable.class);
    assertThat(table.commits()).isEqualTo(5);
    var pauses = new ArrayList<Duration>();
    var attempts = Attempts.standard(() -> NOW, bound -> bound, pauses::add);
    assertThatThrownBy(() -> attempts.until(Optional::empty)).isInstanceOf(Unavailable.class);
    assertThat(pauses).extracting(Duration::toMillis).containsExactly(40L, 80L, 160L, 320L);
    assertThat(attempts.until(() -> Optional.of("at once"))).isEqualTo("at once");
    assertThat(pauses).hasSize(4);
  }

  @Test
  void no_try_begins_when_the_time_is_over() {
    var now = new AtomicReference<>(NOW);
    var tries = new AtomicInteger();
    var attempts = Attempts.standard(now::get, _ -> 0, _ -> {});
    assertThatThrownBy(() -> attempts.until(() -> {
      now.updateAndGet(at -> at.plusMillis(900));
      tries.incrementAndGet();
      return Optional.empty();
    })).isInstanceOf(Unavailable.class);
    assertThat(tries).hasValue(3);
  }

  @Test
  void who_is_suspended_at_this_moment_is_given_nothing() {
    others.gets(message("hello"));
    table.meanwhile(() -> inbox.put(suspended("bo").in("support").agent()));
    refused(desk.when("mo", new Assign(KIMS, new ToAgent(id("bo")), false)), new Rejection.AssigneeInactive(id("bo")));
    assertThat(table.commits()).isEqualTo(1);
  }

  @Test
  void a_message_never_spoils_a_click_and_a_click_never_loses_a_message() {
    others.gets(message("hello"));
    table.meanwhile(() -> others.later(Duration.ofSeconds(5)).gets(message("are you there?")));
    done(desk.when("ana", new Claim(KIMS)));
    assertThat(table.commits()).isEqualTo(1);
    assertThat(desk.kims().core().traffic().preview()).isEqualTo("are you there?");
    assertThat(desk.kims().core().traffic().lastKey()).isEqualTo(desk.timeline().getLast());
  }

  @Test
  void a_message_between_looking_and_closing_wins_where_the_agent_said_what_they_saw() {
    others.gets(message("hello")).when("ana", new Claim(KIMS));
    var seen = desk.kims().core().traffic().seen();
    table.meanwhile(() -> others.later(Duration.ofSeconds(5)).gets(message("one more thing")));
    assertThat(desk.when("ana", new Close(KIMS, Optional.of(seen), false)))
        .isEqualTo(new Outcome.Refused(new Rejection.NewMessage(desk.kims().core().traffic().seen())));
    assertThat(desk.kims().isOpen()).isTrue();
  }

  @Test
  void a_late_message_behind_an_earlier_late_one_is_noticed_too() {
    others.later(Duration.ofMinutes(1)).gets(message("newest")).when("ana", new Claim(KIMS));
    others.takesIn(message("late").at(others.now().minusSeconds(10)));
    var seen = desk.kims().core().traffic().seen();
    others.takesIn(message("later still, but older").at(others.now().minusSeconds(20)));
    assertThat(desk.when("ana", new Close(KIMS, Optional.of(seen), false))).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void a_reply_that_meets_a_message_is_written_behind_it() {
    others.gets(message("hello")).when("ana", new Claim(KIMS));
    table.meanwhile(() -> others.later(Duration.ofSeconds(5)).gets(message("are you there?")));
    var sent = done(desk.when("ana", reply("hi")));
    assertThat(desk.timeline().getLast()).isEqualTo(sent.reply().orElseThrow());
    assertThat(desk.kims().core().traffic().unread()).isFalse();
  }

  @Test
  void a_first_reply_that_meets_a_claim_is_sent_and_steals_nothing() {
    others.gets(message("hello"));
    table.meanwhile(() -> others.when("bo", new Claim(KIMS)));
    assertThat(done(desk.when("ana", reply("hi"))).reply()).isPresent();
    assertThat(desk.kims().holder()).contains(id("bo"));
  }

  @Test
  void two_replies_at_once_both_stand_one_behind_the_other() {
    others.gets(message("hello")).when("ana", new Claim(KIMS));
    table.meanwhile(() -> others.when("ana", reply("one")));
    done(desk.when("ana", reply("two")));
    assertThat(desk.timeline()).hasSize(3);
    assertThat(desk.kims().core().traffic().preview()).isEqualTo("two");
  }

  @Test
  void ones_own_win_is_recognised_when_its_answer_was_lost() {
    others.gets(message("hello"));
    table.answerLost();
    assertThat(done(desk.when("ana", new Claim(KIMS), 1)).changed()).isTrue();
    assertThat(table.commits()).isEqualTo(1);
    assertThat(desk.kims().version()).isEqualTo(2);
  }

  @Test
  void a_reply_whose_answer_was_lost_is_sent_once() {
    others.gets(message("hello")).when("ana", new Claim(KIMS));
    table.answerLost();
    assertThat(done(desk.when("ana", reply("hi"))).reply()).contains(desk.timeline().getLast());
    assertThat(desk.timeline()).hasSize(2);
  }

  @Test
  void a_reply_whose_answer_was_lost_is_named_also_when_the_customer_wrote_since() {
    others.gets(message("hello")).when("ana", new Claim(KIMS));
    table.answerLostWhile(() -> others.later(Duration.ofSeconds(5)).gets(message("thanks")));
    var sent = done(desk.when("ana", reply("hi"))).reply();
    assertThat(desk.timeline()).hasSize(3);
    assertThat(sent).contains(desk.timeline().get(1));
  }

  @Test
  void a_block_whose_answer_was_lost_is_done_although_the_contact_is_out_of_sight_now() {
    others.gets(message("hello"));
    table.answerLost();
    assertThat(desk.when("ana", new Block(KIMS_ID))).isEqualTo(new Outcome.ContactDone(desk.kim(), true));
    assertThat(desk.kims()).isInstanceOf(Conversation.Blocked.class);
  }

  private static Reply reply(String text) {
    return new Reply(KIMS, text, false, Optional.empty(), false, Optional.empty());
  }

  private static Outcome.Done done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return (Outcome.Done) outcome;
  }

  private static void refused(Outcome outcome, Rejection rejection) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(rejection));
  }
}
