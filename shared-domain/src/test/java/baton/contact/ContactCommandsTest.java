package baton.contact;

import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.superAdmin;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.team;
import static baton.testing.Fixtures.telegram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import baton.access.Permission;
import baton.contact.ContactCommand.Block;
import baton.contact.ContactCommand.Pin;
import baton.contact.ContactCommand.Unblock;
import baton.contact.ContactCommand.Unpin;
import baton.conversation.Conversation;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.KeepAssignee;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.ToTeam;
import baton.conversation.ConversationCommand.Unassign;
import baton.conversation.Outcome;
import baton.conversation.Rejection;
import baton.event.Event;
import baton.id.ContactId;
import baton.testing.Desk;
import baton.testing.InMemoryInbox;
import baton.testing.Invariants;
import baton.testing.Trouble;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pinning and blocking the whole way: T25, T26, T27.
class ContactCommandsTest {
  private final InMemoryInbox inbox = new InMemoryInbox();
  private final Desk desk = new Desk(inbox).with(
      online("ana").in("support"), online("bo").in("support"), online("cy").in("sales"), manager("mo"),
      superAdmin("sam"), observer("vi"), restricted("re"), suspended("su"));

  @BeforeEach
  void kim_wrote_and_ana_has_it() {
    desk.gets(message("hello")).when("ana", new Claim(KIMS));
  }

  @AfterEach
  void nothing_is_broken() {
    Invariants.check(desk.everything());
  }

  @Test
  void a_pin_is_written_with_its_event_and_moves_nothing() {
    var before = desk.kims();
    var outcome = desk.when("ana", new Pin(KIMS_ID, id("ana")));
    assertThat(outcome).isEqualTo(new Outcome.ContactDone(desk.kim(), true));
    assertThat(desk.kim().pinnedTo()).contains(id("ana"));
    assertThat(desk.everything().logOf(desk.kim())).extracting(Event::to).containsExactly("ana");
    assertThat(desk.kims()).isEqualTo(before);
    assertThat(desk.when("ana", new Pin(KIMS_ID, id("ana")))).isEqualTo(new Outcome.ContactDone(desk.kim(), false));
  }

  @Test
  void each_wish_asks_for_its_own_right() {
    refused(desk.when("vi", new Pin(KIMS_ID, id("vi"))), new Rejection.Forbidden(Permission.PIN_SELF));
    refused(desk.when("bo", new Pin(KIMS_ID, id("ana"))), new Rejection.Forbidden(Permission.PIN_OTHERS));
    refused(desk.when("vi", new Unpin(KIMS_ID)), new Rejection.Forbidden(Permission.UNPIN_SELF));
    refused(desk.when("vi", new Block(KIMS_ID)), new Rejection.Forbidden(Permission.BLOCK));
    refused(desk.when("ana", new Unblock(KIMS_ID)), new Rejection.Forbidden(Permission.MANAGE_BLOCKED));
    refused(desk.when("su", new Block(KIMS_ID)), new Rejection.UnknownActor());
    refused(desk.when("bo", new Pin(KIMS_ID, id("bo"))), new Rejection.NotAssignee(id("bo")));
  }

  @Test
  void a_contact_of_whom_one_sees_no_conversation_does_not_exist() {
    refused(desk.when("ana", new Block(new ContactId("nobody"))), new Rejection.NotFound("contact"));
    refused(desk.when("re", new Block(KIMS_ID)), new Rejection.NotFound("contact"));
    toSales();
    refused(desk.when("bo", new Block(KIMS_ID)), new Rejection.NotFound("contact"));
  }

  @Test
  void one_visible_conversation_of_several_is_enough() {
    toSales();
    desk.gets(message("here").on(telegram()));
    assertThat(desk.when("bo", new Block(KIMS_ID))).isInstanceOf(Outcome.ContactDone.class);
    assertThat(desk.everything().conversations().values()).allMatch(Conversation.Blocked.class::isInstance);
  }

  @Test
  void the_pinned_agent_takes_the_pin_off_although_the_conversation_went_out_of_sight_BL_58() {
    desk.when("ana", new Pin(KIMS_ID, id("ana")));
    toSales();
    assertThat(desk.when("ana", new Unpin(KIMS_ID))).isEqualTo(new Outcome.ContactDone(desk.kim(), true));
    assertThat(desk.kim().pinnedTo()).isEmpty();
  }

  @Test
  void others_do_not_take_it_off_but_a_super_admin_does() {
    desk.when("ana", new Pin(KIMS_ID, id("ana")));
    refused(desk.when("bo", new Unpin(KIMS_ID)), new Rejection.Forbidden(Permission.UNPIN_ANY));
    refused(desk.when("mo", new Unpin(KIMS_ID)), new Rejection.Forbidden(Permission.UNPIN_ANY));
    assertThat(desk.when("sam", new Unpin(KIMS_ID))).isInstanceOf(Outcome.ContactDone.class);
  }

  @Test
  void if_match_is_the_contacts_version() {
    refused(desk.when("ana", new Pin(KIMS_ID, id("ana")), 7), new Rejection.ContactVersionConflict(desk.kim()));
    assertThat(desk.when("ana", new Pin(KIMS_ID, id("ana")), 0)).isInstanceOf(Outcome.ContactDone.class);
  }

  @Test
  void blocking_takes_every_conversation_out_of_sight_in_one_go() {
    desk.gets(message("here").on(telegram()));
    var there = message("here").on(telegram()).message().conversation();
    desk.when("ana", new Claim(there));
    assertThat(desk.open("ana")).isEqualTo(2);
    desk.when("ana", new Block(KIMS_ID));
    assertThat(desk.open("ana")).isZero();
    assertThat(desk.everything().conversations().values()).allMatch(Conversation.Blocked.class::isInstance);
    assertThat(desk.log().getLast()).extracting(Event::reason, Event::from).containsExactly("contact_blocked", "ana");
  }

  @Test
  void unblocking_puts_what_was_open_into_the_queue_and_leaves_what_was_closed_closed() {
    desk.gets(message("here").on(telegram()));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    desk.when("ana", new Block(KIMS_ID));
    desk.later(Duration.ofHours(1)).when("mo", new Unblock(KIMS_ID));
    assertThat(desk.kims()).isInstanceOf(Conversation.Closed.class);
    assertThat(desk.kims().responsible()).contains(id("ana"));
    var there = desk.everything().conversations().get(message("here").on(telegram()).message().conversation());
    assertThat(there).isInstanceOf(Conversation.Unassigned.class);
    assertThat(desk.when("mo", new Unblock(KIMS_ID))).isEqualTo(new Outcome.ContactDone(desk.kim(), false));
  }

  @Test
  void blocking_twice_is_done_once_for_who_still_sees_the_contact() {
    desk.when("mo", new Block(KIMS_ID));
    assertThat(desk.when("mo", new Block(KIMS_ID))).isEqualTo(new Outcome.ContactDone(desk.kim(), false));
  }

  @Test
  void blocking_again_succeeds_also_for_who_put_the_contact_out_of_their_own_sight() {
    desk.when("ana", new Block(KIMS_ID));
    assertThat(desk.when("ana", new Block(KIMS_ID))).isEqualTo(new Outcome.ContactDone(desk.kim(), false));
    refused(desk.when("ana", new Pin(KIMS_ID, id("ana"))), new Rejection.NotFound("contact"));
    refused(desk.when("vi", new Block(KIMS_ID)), new Rejection.Forbidden(Permission.BLOCK));
    refused(desk.when("re", new Block(KIMS_ID)), new Rejection.NotFound("contact"));
  }

  @Test
  void a_super_admin_replaces_a_pin_in_one_request_and_both_are_told_S9() {
    desk.when("ana", new Pin(KIMS_ID, id("ana")));
    desk.when("mo", new Assign(KIMS, new ToAgent(id("bo")), false));
    refused(desk.when("mo", new Pin(KIMS_ID, id("bo"))), new Rejection.AlreadyPinned(id("ana")));
    assertThat(desk.when("sam", new Pin(KIMS_ID, id("bo")))).isEqualTo(new Outcome.ContactDone(desk.kim(), true));
    assertThat(desk.kim().pinnedTo()).contains(id("bo"));
    assertThat(desk.everything().logOf(desk.kim())).extracting(event -> event.type().word(), Event::from, Event::to)
        .containsExactly(
            tuple("contact.pinned", "", "ana"), tuple("contact.unpinned", "ana", ""),
            tuple("contact.pinned", "ana", "bo"));
  }

  @Test
  void blocking_while_somebody_claims_is_decided_again() {
    desk.when("ana", new Unassign(KIMS));
    var table = new Trouble(inbox.conversations()).meanwhile(() -> desk.when("bo", new Claim(KIMS)));
    desk.beside(_ -> table).when("ana", new Block(KIMS_ID));
    assertThat(desk.open("bo")).isZero();
    assertThat(desk.story()).endsWith("conversation.assigned", "conversation.unassigned");
  }

  @Test
  void pinning_while_the_pin_goes_to_another_is_refused() {
    desk.gets(message("here").on(telegram()));
    desk.when("bo", new Claim(message("here").on(telegram()).message().conversation()));
    var table = new Trouble(inbox.conversations()).meanwhile(() -> desk.when("bo", new Pin(KIMS_ID, id("bo"))));
    refused(desk.beside(_ -> table).when("ana", new Pin(KIMS_ID, id("ana"))), new Rejection.AlreadyPinned(id("bo")));
  }

  @Test
  void a_blocked_contacts_pin_stays_and_counts_again_afterwards() {
    desk.when("ana", new Pin(KIMS_ID, id("ana")));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    desk.when("ana", new Block(KIMS_ID));
    desk.when("mo", new Unblock(KIMS_ID));
    desk.later(Duration.ofDays(9)).gets(message("again"));
    assertThat(desk.kims().holder()).contains(id("ana"));
  }

  private void toSales() {
    desk.when("mo", new Assign(KIMS, new ToTeam(team("sales"), KeepAssignee.NO), false));
  }

  private static void refused(Outcome outcome, Rejection rejection) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(rejection));
  }
}
