package baton.conversation;

import static baton.testing.Fixtures.KIM;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.channel;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.telegram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.channel.ChannelKind;
import baton.channel.Peer;
import baton.contact.Contact;
import baton.contact.ContactCommand.Block;
import baton.contact.ContactCommand.Pin;
import baton.contact.ContactCommand.Unblock;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.Reassign;
import baton.conversation.ConversationCommand.Reply;
import baton.conversation.ConversationCommand.ToAgent;
import baton.event.Actor;
import baton.event.Event;
import baton.testing.Desk;
import baton.testing.InMemoryInbox;
import baton.testing.Invariants;
import baton.testing.Trouble;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Customers' messages on their way in: T1, T2, T18, T19, T21, T25, T26.
class IntakeTest {
  private final InMemoryInbox inbox = new InMemoryInbox();
  private final Desk desk = new Desk(inbox).with(online("ana"), online("bo"), manager("mo"));

  @AfterEach
  void nothing_is_broken() {
    Invariants.check(desk.everything());
  }

  @Test
  void the_first_message_opens_a_conversation_and_meets_a_contact() {
    desk.gets(message("hello"));
    assertThat(desk.kims()).isInstanceOf(Conversation.Unassigned.class);
    assertThat(desk.kim()).isEqualTo(Contact.met(KIMS_ID, desk.kims().core().workspace(), "Kim", "+4915112345678", KIMS));
    assertThat(desk.log()).extracting(Event::actor).containsExactly(Actor.contact(KIMS_ID));
    assertThat(desk.kims().core().openedBy()).contains(message("hello").key());
  }

  @Test
  void a_message_into_an_open_conversation_changes_no_version() {
    desk.gets(message("hello")).later(Duration.ofSeconds(5)).gets(message("anybody?"));
    assertThat(desk.kims().version()).isEqualTo(1);
    assertThat(desk.kims().core().traffic().preview()).isEqualTo("anybody?");
    assertThat(desk.kims().core().traffic().waitingSince()).contains(NOW);
  }

  @Test
  void a_repeated_message_changes_nothing_and_does_not_become_unread_again() {
    desk.gets(message("hello"));
    desk.later(Duration.ofSeconds(5)).when("ana", reply("hi"));
    var before = desk.everything();
    desk.takesIn(message("hello").received(desk.now().plusSeconds(60)));
    assertThat(desk.everything()).isEqualTo(before);
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    desk.takesIn(message("hello").received(desk.now().plusSeconds(90)));
    assertThat(desk.kims()).isInstanceOf(Conversation.Closed.class);
  }

  @Test
  void a_late_message_takes_its_place_and_is_unread_all_the_same() {
    desk.takesIn(message("second").at(NOW.plusSeconds(9)));
    desk.later(Duration.ofSeconds(10)).when("ana", reply("hi"));
    desk.takesIn(message("first"));
    var traffic = desk.kims().core().traffic();
    assertThat(desk.timeline().getFirst()).isEqualTo(message("first").key());
    assertThat(traffic.unread()).isTrue();
    assertThat(traffic.preview()).isEqualTo("hi");
    assertThat(traffic.lateKey()).contains(message("first").key());
    assertThat(traffic.waitingSince()).isPresent();
  }

  @Test
  void a_customer_who_is_back_finds_who_they_had() {
    desk.gets(message("hello")).when("ana", new Claim(KIMS));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    desk.later(Duration.ofHours(1)).gets(message("again"));
    assertThat(desk.kims().holder()).contains(id("ana"));
    assertThat(desk.kims().core().episode()).isEqualTo(2);
    assertThat(desk.log().getLast()).extracting(Event::actor, Event::reason)
        .containsExactly(Actor.system("intake"), "sticky");
    assertThat(desk.kims().core().traffic().waitingSince()).contains(desk.now());
  }

  @Test
  void a_customer_who_is_back_after_a_week_waits_in_the_queue() {
    desk.gets(message("hello")).when("ana", new Claim(KIMS));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    desk.later(Duration.ofDays(7)).gets(message("again"));
    assertThat(desk.kims()).isInstanceOf(Conversation.Unassigned.class);
  }

  @Test
  void a_pin_survives_the_transfer_and_the_closing_by_another_BL_60() {
    desk.gets(message("hello")).when("ana", new Claim(KIMS));
    desk.when("ana", new Pin(KIMS_ID, id("ana")));
    desk.when("ana", new Reassign(KIMS, Optional.empty(), new ToAgent(id("bo"))));
    desk.when("bo", new Close(KIMS, Optional.empty(), false));
    desk.later(Duration.ofDays(30)).gets(message("again"));
    assertThat(desk.kims().holder()).contains(id("ana"));
    assertThat(desk.kim().pinnedTo()).contains(id("ana"));
    assertThat(desk.log().getLast().reason()).isEqualTo("contact_owner");
  }

  @Test
  void a_pinned_contact_on_another_channel_skips_the_queue_there_too_BL_55() {
    desk.gets(message("hello")).when("ana", new Claim(KIMS));
    desk.when("ana", new Pin(KIMS_ID, id("ana")));
    desk.gets(message("here").on(telegram()));
    var there = desk.everything().conversations().get(message("here").on(telegram()).message().conversation());
    assertThat(there.holder()).contains(id("ana"));
    assertThat(desk.kim().conversations()).containsExactly(KIMS, there.id());
    assertThat(desk.open("ana")).isEqualTo(2);
  }

  @Test
  void a_message_of_a_blocked_contact_is_kept_and_nobody_notices() {
    desk.gets(message("hello"));
    desk.when("ana", new Block(KIMS_ID));
    var before = desk.kims();
    desk.later(Duration.ofSeconds(5)).gets(message("please"));
    assertThat(desk.kims()).isEqualTo(before);
    assertThat(desk.timeline()).hasSize(2);
    assertThat(desk.story()).containsExactly("conversation.opened", "conversation.blocked");
  }

  @Test
  void a_blocked_contact_who_tries_another_channel_is_hidden_there_and_comes_back_with_the_rest() {
    desk.gets(message("hello"));
    desk.when("ana", new Block(KIMS_ID));
    desk.gets(message("here").on(telegram()));
    var id = message("here").on(telegram()).message().conversation();
    var there = desk.everything().conversations().get(id);
    assertThat(there).isInstanceOf(Conversation.Blocked.class);
    assertThat(there.core().traffic().unread()).isFalse();
    Invariants.check(desk.everything());
    desk.when("mo", new Unblock(KIMS_ID));
    assertThat(desk.everything().conversations().get(id)).isInstanceOf(Conversation.Unassigned.class);
    desk.later(Duration.ofSeconds(5)).gets(message("thank you").on(telegram()));
    assertThat(desk.everything().conversations().get(id).core().traffic().unread()).isTrue();
  }

  @Test
  void the_channels_new_name_is_shown() {
    desk.gets(message("hello"));
    desk.later(Duration.ofSeconds(5)).gets(message("again").from(new Peer(KIM.id(), KIM.phone(), Optional.of("Kim L."))));
    assertThat(desk.kims().core().contactName()).isEqualTo("Kim L.");
    assertThat(desk.kim().name()).isEqualTo("Kim L.");
  }

  @Test
  void a_conversation_keeps_its_contact_when_the_channel_tells_no_phone_today() {
    desk.gets(message("hello")).when("ana", new Claim(KIMS));
    desk.when("ana", new Pin(KIMS_ID, id("ana")));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    desk.later(Duration.ofDays(30)).gets(message("again").from(new Peer(KIM.id(), Optional.empty(), KIM.name())));
    assertThat(desk.kims().holder()).contains(id("ana"));
    assertThat(desk.everything().contacts()).hasSize(1);
  }

  @Test
  void a_new_name_reaches_the_conversations_contact_although_the_channel_tells_less_of_them_today() {
    desk.gets(message("hello"));
    var renamed = new Peer(KIM.id(), Optional.empty(), Optional.of("Kimberly"));
    desk.later(Duration.ofMinutes(1)).gets(message("again").from(renamed));
    assertThat(desk.kim().name()).isEqualTo("Kimberly");
    assertThat(desk.kims().core().contactName()).isEqualTo("Kimberly");
  }

  @Test
  void beyond_thirty_conversations_a_further_one_gets_a_contact_of_its_own() {
    for (int i = 0; i < Contact.MOST_CONVERSATIONS + 2; i++) {
      desk.gets(message("hello").on(channel("wa-" + i, ChannelKind.WHATSAPP, "acc-" + i)));
    }
    assertThat(desk.everything().contacts()).hasSize(3);
    assertThat(desk.everything().conversations()).hasSize(Contact.MOST_CONVERSATIONS + 2);
    desk.when("ana", new Block(KIMS_ID));
    Invariants.check(desk.everything());
  }

  @Test
  void a_message_whose_opening_lost_its_race_is_told_to_the_conversation_that_won() {
    var table = new Trouble(inbox.conversations())
        .meanwhile(() -> desk.takesIn(message("faster").at(NOW.minusSeconds(1))));
    desk.beside(_ -> table).gets(message("hello"));
    assertThat(desk.story()).containsExactly("conversation.opened");
    assertThat(desk.kims().core().traffic().lastKey()).isEqualTo(message("hello").key());
  }

  @Test
  void an_opening_whose_answer_was_lost_is_done_once() {
    desk.beside(_ -> new Trouble(inbox.conversations()).answerLost()).gets(message("hello"));
    assertThat(desk.story()).containsExactly("conversation.opened");
  }

  @Test
  void a_crash_between_keeping_the_message_and_opening_is_healed_by_the_next_delivery() {
    assertThatThrownBy(() -> desk.beside(_ -> new Trouble(inbox.conversations()).loses(5)).gets(message("hello")))
        .isInstanceOf(Unavailable.class);
    assertThat(desk.kims()).isNull();
    desk.gets(message("hello"));
    assertThat(desk.kims()).isInstanceOf(Conversation.Unassigned.class);
    assertThat(desk.timeline()).hasSize(1);
  }

  @Test
  void a_pinned_agent_who_is_filled_up_meanwhile_is_not_chosen() {
    var small = new Desk(inbox).with(online("ana").of(1), online("bo"), manager("mo"));
    small.gets(message("hello")).when("ana", new Claim(KIMS));
    small.when("ana", new Pin(KIMS_ID, id("ana")));
    small.when("ana", new Close(KIMS, Optional.empty(), false));
    var lee = message("hello").from(baton.testing.Fixtures.LEE);
    small.gets(lee);
    var table = new Trouble(inbox.conversations()).meanwhile(() ->
        small.when("ana", new Claim(lee.message().conversation())));
    small.later(Duration.ofDays(5)).beside(_ -> table).gets(message("again"));
    assertThat(small.kims()).isInstanceOf(Conversation.Unassigned.class);
    assertThat(small.open("ana")).isEqualTo(1);
  }

  private static Reply reply(String text) {
    return new Reply(KIMS, text, false, Optional.empty(), false, Optional.empty());
  }
}
