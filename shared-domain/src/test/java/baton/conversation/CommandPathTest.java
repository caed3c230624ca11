package baton.conversation;

import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;

import baton.access.Permission;
import baton.agent.Eligibility.Soft;
import baton.contact.ContactCommand.Block;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.KeepAssignee;
import baton.conversation.ConversationCommand.Reassign;
import baton.conversation.ConversationCommand.Reopen;
import baton.conversation.ConversationCommand.Reply;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.ToTeam;
import baton.conversation.ConversationCommand.Unassign;
import baton.id.ConversationId;
import baton.testing.Desk;
import baton.testing.InMemoryInbox;
import baton.testing.Invariants;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Load, access, decide, commit: the whole way of a command, on the ports in memory.
class CommandPathTest {
  private final Desk desk = new Desk(new InMemoryInbox()).with(
      online("ana").in("support"), online("bo").in("support"), online("cy").in("sales"), manager("mo"),
      observer("vi"), suspended("su"), restricted("rex").in("support"), online("full").in("support").of(0));

  @AfterEach
  void nothing_is_broken() {
    Invariants.check(desk.everything());
  }

  @Test
  void a_claim_is_written_with_its_event_and_its_count() {
    desk.gets(message("hello"));
    var outcome = done(desk.when("ana", new Claim(KIMS)));
    assertThat(outcome.changed()).isTrue();
    assertThat(outcome.conversation()).isEqualTo(desk.kims());
    assertThat(desk.kims().holder()).contains(id("ana"));
    assertThat(desk.story()).containsExactly("conversation.opened", "conversation.assigned");
    assertThat(desk.open("ana")).isEqualTo(1);
  }

  @Test
  void a_whole_life_leaves_a_whole_log() {
    desk.gets(message("hello"));
    desk.when("ana", new Claim(KIMS));
    desk.when("ana", reply("hi"));
    desk.when("ana", new Reassign(KIMS, Optional.of(id("ana")), new ToAgent(id("bo"))));
    desk.when("bo", new Assign(KIMS, new ToTeam(team("sales"), KeepAssignee.AUTO), false));
    desk.when("cy", new Claim(KIMS));
    desk.when("cy", new Unassign(KIMS));
    desk.when("mo", new Assign(KIMS, new ToAgent(id("cy")), false));
    desk.when("cy", new Close(KIMS, Optional.of(desk.kims().core().traffic().seen()), false));
    desk.when("cy", new Reopen(KIMS));
    assertThat(desk.story()).containsExactly(
        "conversation.opened", "conversation.assigned", "conversation.assigned", "conversation.team_changed",
        "conversation.unassigned", "conversation.assigned", "conversation.unassigned", "conversation.assigned",
        "conversation.closed", "conversation.reopened", "conversation.assigned");
    assertThat(desk.kims().core().episode()).isEqualTo(2);
    assertThat(desk.open("cy")).isEqualTo(1);
  }

  @Test
  void what_changes_nothing_writes_nothing() {
    desk.gets(message("hello"));
    desk.when("ana", new Claim(KIMS));
    var before = desk.everything();
    assertThat(done(desk.when("ana", new Claim(KIMS))).changed()).isFalse();
    assertThat(desk.everything()).isEqualTo(before);
  }

  @Test
  void what_is_refused_writes_nothing() {
    desk.gets(message("hello"));
    desk.when("ana", new Claim(KIMS));
    var before = desk.everything();
    refused(desk.when("bo", new Claim(KIMS)), new Rejection.AlreadyAssigned(id("ana")));
    assertThat(desk.everything()).isEqualTo(before);
  }

  @Test
  void who_is_unknown_or_suspended_may_do_nothing() {
    desk.gets(message("hello"));
    refused(desk.when("nobody", new Claim(KIMS)), new Rejection.UnknownActor());
    refused(desk.when("su", new Claim(KIMS)), new Rejection.UnknownActor());
  }

  @Test
  void to_begin_again_by_giving_it_away_asks_for_the_right_to_begin_again() {
    desk.gets(message("hello"));
    desk.when("mo", new Assign(KIMS, new ToAgent(id("rex")), false));
    desk.when("rex", new Close(KIMS, Optional.empty(), false));
    var again = new Assign(KIMS, new ToTeam(team("support"), KeepAssignee.AUTO), true);
    refused(desk.when("rex", again), new Rejection.Forbidden(Permission.REOPEN));
    assertThat(done(desk.when("ana", again)).changed()).isTrue();
  }

  @Test
  void what_waits_already_is_given_back_again_only_by_who_may_give_back() {
    desk.gets(message("hello"));
    refused(desk.when("vi", new Unassign(KIMS)), new Rejection.Forbidden(Permission.UNASSIGN));
    assertThat(done(desk.when("bo", new Unassign(KIMS))).changed()).isFalse();
  }

  @Test
  void a_restricted_operators_repeated_giving_back_succeeds_until_something_new_is_said() {
    desk.gets(message("hello"));
    desk.when("mo", new Assign(KIMS, new ToAgent(id("rex")), false));
    desk.later(Duration.ofMinutes(1)).when("rex", new Unassign(KIMS));
    assertThat(done(desk.when("rex", new Unassign(KIMS))).changed()).isFalse();
    desk.later(Duration.ofMinutes(1)).gets(message("still there?"));
    refused(desk.when("rex", new Unassign(KIMS)), new Rejection.NotFound("conversation"));
  }

  @Test
  void what_is_out_of_reach_is_the_same_as_what_does_not_exist() {
    desk.gets(message("hello"));
    refused(desk.when("ana", new Claim(new ConversationId("nothing"))), new Rejection.NotFound("conversation"));
    desk.when("mo", new Assign(KIMS, new ToTeam(team("sales"), KeepAssignee.AUTO), false));
    refused(desk.when("ana", new Claim(KIMS)), new Rejection.NotFound("conversation"));
    refused(desk.when("vi", new Claim(KIMS)), new Rejection.Forbidden(Permission.TAKE));
  }

  @Test
  void each_wish_asks_for_its_own_right() {
    desk.gets(message("hello"));
    desk.when("bo", new Claim(KIMS));
    refused(desk.when("ana", new Close(KIMS, Optional.empty(), false)), new Rejection.Forbidden(Permission.CLOSE));
    refused(desk.when("ana", new Unassign(KIMS)), new Rejection.Forbidden(Permission.UNASSIGN));
    refused(desk.when("vi", reply("hi")), new Rejection.Forbidden(Permission.REPLY));
    refused(desk.when("vi", new Reopen(KIMS)), new Rejection.Forbidden(Permission.REOPEN));
    refused(desk.when("vi", new Assign(KIMS, new ToAgent(id("ana")), false)),
        new Rejection.Forbidden(Permission.ASSIGN_OTHERS));
    refused(desk.when("vi", new Reassign(KIMS, Optional.empty(), new ToAgent(id("vi")))),
        new Rejection.Forbidden(Permission.TAKE));
    refused(desk.when("vi", new Assign(KIMS, new ToTeam(team("sales"), KeepAssignee.NO), false)),
        new Rejection.Forbidden(Permission.ASSIGN_TEAM));
  }

  @Test
  void who_returned_it_may_say_so_twice() {
    desk.gets(message("hello"));
    desk.when("ana", new Claim(KIMS));
    assertThat(done(desk.when("ana", new Unassign(KIMS))).changed()).isTrue();
    assertThat(done(desk.when("ana", new Unassign(KIMS))).changed()).isFalse();
  }

  @Test
  void if_match_holds_a_move_to_the_version_that_was_seen() {
    desk.gets(message("hello"));
    desk.when("mo", new Assign(KIMS, new ToTeam(team("support"), KeepAssignee.AUTO), false));
    refused(desk.when("ana", new Claim(KIMS), 1), new Rejection.VersionConflict(desk.kims()));
    assertThat(done(desk.when("ana", new Claim(KIMS), 2)).conversation().version()).isEqualTo(3);
  }

  @Test
  void if_match_tells_nothing_to_who_may_not_see_it() {
    desk.gets(message("hello"));
    desk.when("mo", new Assign(KIMS, new ToTeam(team("sales"), KeepAssignee.AUTO), false));
    refused(desk.when("ana", new Claim(KIMS), 1), new Rejection.NotFound("conversation"));
  }

  @Test
  void over_capacity_is_done_and_said() {
    desk.gets(message("hello"));
    assertThat(done(desk.when("full", new Claim(KIMS))).warnings()).containsExactly(Soft.ASSIGNEE_AT_CAPACITY);
    desk.when("full", new Close(KIMS, Optional.empty(), false));
    assertThat(done(desk.when("full", new Reopen(KIMS))).warnings()).containsExactly(Soft.ASSIGNEE_AT_CAPACITY);
  }

  @Test
  void a_target_of_another_workspace_does_not_exist() {
    desk.gets(message("hello"));
    refused(desk.when("ana", new Assign(KIMS, new ToAgent(id("stranger")), false)),
        new Rejection.UnknownAgent(id("stranger")));
    refused(desk.when("ana", new Assign(KIMS, new ToTeam(team("strangers"), KeepAssignee.AUTO), false)),
        new Rejection.UnknownTeam(team("strangers")));
  }

  @Test
  void a_holder_who_also_works_for_the_new_team_is_looked_up_and_kept() {
    var both = new Desk(new InMemoryInbox()).with(online("ana").in("support", "sales"), manager("mo"));
    both.gets(message("hello"));
    both.when("ana", new Claim(KIMS));
    both.when("mo", new Assign(KIMS, new ToTeam(team("sales"), KeepAssignee.AUTO), false));
    assertThat(both.kims().holder()).contains(id("ana"));
    both.when("ana", new Assign(KIMS, new ToTeam(team("support"), KeepAssignee.AUTO), false));
    assertThat(both.kims().holder()).contains(id("ana"));
    Invariants.check(both.everything());
  }

  @Test
  void a_first_reply_assigns_and_a_second_agents_reply_steals_nothing() {
    desk.gets(message("hello"));
    var sent = done(desk.when("ana", reply("hi")));
    assertThat(desk.kims().holder()).contains(id("ana"));
    assertThat(sent.reply()).contains(desk.timeline().getLast());
    desk.later(Duration.ofSeconds(1)).when("bo", reply("hi, too"));
    assertThat(desk.kims().holder()).contains(id("ana"));
    assertThat(desk.timeline()).hasSize(3);
    assertThat(desk.kims().version()).isEqualTo(2);
  }

  @Test
  void a_reply_that_keeps_it_unassigned_raises_no_version() {
    desk.gets(message("hello"));
    desk.when("ana", new Reply(KIMS, "hi", true, Optional.empty(), false, Optional.empty()));
    assertThat(desk.kims()).isInstanceOf(Conversation.Unassigned.class);
    assertThat(desk.kims().version()).isEqualTo(1);
    assertThat(desk.kims().core().traffic().unread()).isFalse();
    assertThat(desk.kims().core().traffic().waitingSince()).isEmpty();
  }

  @Test
  void a_reply_stands_behind_what_a_clock_that_runs_ahead_has_put_on_the_timeline() {
    desk.takesIn(message("from the future").sent(NOW.plusSeconds(200)));
    desk.when("ana", reply("hi"));
    desk.when("ana", reply("still there?"));
    desk.later(Duration.ofSeconds(1)).gets(message("yes"));
    assertThat(desk.timeline()).extracting(key -> key.tag().charAt(0)).containsExactly('M', 'M', 'R', 'R');
    assertThat(desk.kims().core().traffic().lateKey()).contains(message("yes").at(NOW.plusSeconds(1)).key());
    assertThat(desk.kims().core().traffic().unread()).isTrue();
  }

  @Test
  void closing_over_a_message_that_came_meanwhile_is_refused_and_says_what_to_look_at() {
    desk.gets(message("hello"));
    desk.when("ana", new Claim(KIMS));
    var seen = desk.kims().core().traffic().seen();
    desk.later(Duration.ofSeconds(5)).gets(message("one more thing"));
    var now = desk.kims().core().traffic().seen();
    refused(desk.when("ana", new Close(KIMS, Optional.of(seen), false)), new Rejection.NewMessage(now));
    done(desk.when("ana", new Close(KIMS, Optional.of(now), false)));
    assertThat(desk.kims()).isInstanceOf(Conversation.Closed.class);
  }

  @Test
  void a_blocked_contacts_conversation_is_gone_for_agents_and_refused_to_managers() {
    desk.gets(message("hello"));
    desk.when("ana", new Block(KIMS_ID));
    refused(desk.when("ana", new Claim(KIMS)), new Rejection.NotFound("conversation"));
    refused(desk.when("mo", new Claim(KIMS)), new Rejection.ContactBlocked());
    refused(desk.when("mo", reply("hi")), new Rejection.ContactBlocked());
    refused(desk.when("mo", new Close(KIMS, Optional.empty(), false)), new Rejection.ContactBlocked());
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
