package baton.notice;

import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.superAdmin;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contact.ContactCommand.Block;
import baton.contact.ContactCommand.Pin;
import baton.contact.ContactCommand.Unpin;
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
import baton.testing.Desk;
import baton.testing.InMemoryInbox;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is told of what, from the events that real commands wrote. Ana, Bo and Cy signed up for the channel; Cy works for
/// another team.
class RecipientsTest {
  private final InMemoryInbox inbox = new InMemoryInbox();
  private final Desk desk = new Desk(inbox).with(
      online("ana").in("support"), online("bo").in("support"), online("cy").in("sales"), manager("mo"),
      superAdmin("sam"));
  private final Ears ears = new Ears(desk);

  @BeforeEach
  void kim_wrote() {
    desk.gets(message("hello"));
  }

  @Test
  void what_waits_is_told_to_the_subscribers_who_may_see_it() {
    tells("waiting → ana bo cy");
    desk.when("mo", toTeam("support"));
    tells("waiting → ana bo");
  }

  @Test
  void a_claim_withdraws_the_alert_of_the_others_in_one_notice() {
    desk.when("ana", new Claim(KIMS));
    tells("taken → bo cy");
  }

  @Test
  void who_is_given_it_is_told_once_RA_1() {
    desk.when("ana", new Assign(KIMS, new ToAgent(id("bo")), false));
    tells("assigned → bo");
  }

  @Test
  void who_gives_it_away_is_not_told_and_who_loses_it_is_RA_8() {
    desk.when("ana", new Claim(KIMS));
    desk.when("ana", new Reassign(KIMS, Optional.empty(), new ToAgent(id("bo"))));
    tells("assigned → bo");
    desk.when("mo", new Reassign(KIMS, Optional.empty(), new ToAgent(id("mo"))));
    tells("moved → bo");
  }

  @Test
  void who_took_it_from_a_colleague_alerts_nobody_else() {
    desk.when("ana", new Claim(KIMS));
    desk.when("bo", new Reassign(KIMS, Optional.empty(), new ToAgent(id("bo"))));
    tells("moved → ana");
  }

  @Test
  void who_was_first_to_reply_is_not_told_of_it() {
    desk.when("ana", new Reply(KIMS, "hi", false, Optional.empty(), false, Optional.empty()));
    tells();
  }

  @Test
  void what_is_returned_waits_again_and_is_told_to_the_others() {
    desk.when("ana", new Claim(KIMS));
    desk.when("ana", new Unassign(KIMS));
    tells("waiting → bo cy");
    desk.when("ana", new Claim(KIMS));
    desk.when("mo", new Unassign(KIMS));
    tells("waiting → ana bo cy", "moved → ana");
  }

  @Test
  void a_change_of_team_tells_the_new_team_once_and_who_lost_it() {
    desk.when("ana", new Claim(KIMS));
    desk.when("mo", toTeam("sales"));
    assertThat(ears.words(desk.log().get(desk.log().size() - 2))).containsExactly("waiting → cy");
    tells("moved → ana");
  }

  @Test
  void closing_tells_who_had_it_unless_they_did_it() {
    desk.when("ana", new Claim(KIMS));
    desk.when("mo", new Close(KIMS, Optional.empty(), false));
    tells("closed → ana");
    desk.when("ana", new Reopen(KIMS));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    tells();
  }

  @Test
  void who_begins_again_what_another_had_tells_them() {
    desk.when("ana", new Claim(KIMS));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    desk.when("bo", new Reopen(KIMS));
    assertThat(ears.words(desk.log().get(desk.log().size() - 2))).containsExactly("reopened → ana");
    tells();
  }

  @Test
  void a_customer_who_is_back_is_told_to_whom_they_come_back_and_to_nobody_else() {
    desk.when("ana", new Claim(KIMS));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    desk.later(Duration.ofHours(1)).gets(message("again"));
    assertThat(ears.words(desk.log().get(desk.log().size() - 2))).isEmpty();
    tells("assigned → ana");
  }

  @Test
  void who_is_given_what_was_closed_is_told_once_although_they_had_it_last_RA_1() {
    desk.when("bo", new Claim(KIMS));
    desk.when("bo", new Close(KIMS, Optional.empty(), false));
    var told = ears.toldOf(() -> desk.when("mo", new Assign(KIMS, new ToAgent(id("bo")), true)));
    assertThat(told).containsExactly("assigned → bo");
  }

  @Test
  void what_is_begun_again_in_another_teams_queue_waits_there_once() {
    desk.when("mo", new Close(KIMS, Optional.empty(), false));
    var told = ears.toldOf(() -> desk.when("mo", new Assign(KIMS, new ToTeam(team("sales"), KeepAssignee.AUTO), true)));
    assertThat(told).containsExactly("waiting → cy");
  }

  @Test
  void what_is_taken_from_its_holder_into_the_queue_of_the_same_team_waits_there() {
    desk.when("mo", toTeam("support"));
    desk.when("ana", new Claim(KIMS));
    desk.when("mo", new Assign(KIMS, new ToTeam(team("support"), KeepAssignee.NO), false));
    tells("waiting → ana bo", "moved → ana");
  }

  @Test
  void blocking_tells_who_had_it() {
    desk.when("ana", new Claim(KIMS));
    desk.when("mo", new Block(KIMS_ID));
    tells("moved → ana");
  }

  @Test
  void a_pin_is_told_when_another_set_or_removed_it() {
    desk.when("ana", new Claim(KIMS));
    desk.when("mo", new Pin(KIMS_ID, id("ana")));
    assertThat(ears.wordsOfTheContact()).containsExactly("pinned → ana");
    desk.when("sam", new Unpin(KIMS_ID));
    assertThat(ears.wordsOfTheContact()).containsExactly("unpinned → ana");
    desk.when("ana", new Pin(KIMS_ID, id("ana")));
    assertThat(ears.wordsOfTheContact()).isEmpty();
  }

  @Test
  void a_message_goes_to_the_holder_alone_and_to_all_subscribers_while_nobody_has_it_RA_5_RA_9_RA_10() {
    desk.later(Duration.ofSeconds(5)).gets(message("anybody?"));
    assertThat(ears.words(ears.received())).containsExactly("message → ana bo cy");
    desk.when("ana", new Claim(KIMS));
    assertThat(ears.words(ears.received())).containsExactly("message → ana");
    desk.when("ana", new Reassign(KIMS, Optional.empty(), new ToAgent(id("bo"))));
    assertThat(ears.words(ears.received())).containsExactly("message → bo");
    desk.when("bo", new Close(KIMS, Optional.empty(), false));
    assertThat(ears.words(ears.received())).isEmpty();
  }

  @Test
  void the_message_that_opened_it_is_told_by_the_opening() {
    assertThat(ears.words(ears.received(desk.timeline().getFirst(), desk.now()))).isEmpty();
  }

  @Test
  void who_is_suspended_is_told_nothing_and_what_they_hold_rings_with_the_subscribers() {
    desk.when("mo", new Assign(KIMS, new ToAgent(id("bo")), false));
    inbox.put(suspended("bo").with(1).agent());
    tells();
    desk.later(Duration.ofSeconds(1)).gets(message("anybody?"));
    assertThat(ears.words(ears.received())).containsExactly("message → ana cy");
  }

  @Test
  void what_is_held_by_who_can_no_longer_reply_rings_with_the_subscribers() {
    desk.when("ana", new Claim(KIMS));
    inbox.put(observer("ana").in("support").with(1).agent());
    desk.later(Duration.ofSeconds(1)).gets(message("anybody?"));
    assertThat(ears.words(ears.received())).containsExactly("message → bo cy");
  }

  private void tells(String... notices) {
    assertThat(ears.words(desk.log().getLast())).containsExactly(notices);
  }

  private static Assign toTeam(String name) {
    return new Assign(KIMS, new ToTeam(team(name), KeepAssignee.AUTO), false);
  }
}
