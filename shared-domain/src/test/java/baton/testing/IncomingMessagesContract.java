package baton.testing;

import static baton.testing.Fixtures.KIM;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.telegram;
import static baton.testing.Fixtures.whatsapp;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Inbound;
import baton.contact.ContactCommand.Block;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.Reply;
import baton.conversation.IncomingMessages.Appended;
import baton.conversation.Traffic;
import baton.conversation.Traffic.LastFrom;
import baton.message.Content;
import baton.id.ConversationId;
import baton.message.MessageKey;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [baton.conversation.IncomingMessages] does: the table of data-model.md 2.1, row by row.
public abstract class IncomingMessagesContract {
  private InboxUnderTest inbox;
  private Desk desk;

  /// A new, empty one.
  protected abstract InboxUnderTest inbox();

  @BeforeEach
  public void nobody_has_written() {
    inbox = inbox();
    desk = new Desk(inbox).with(online("ana"), manager("mo"));
  }

  @Test
  public void without_a_conversation_it_is_kept_and_one_must_be_opened() {
    assertThat(append(message("hello"))).isEqualTo(new Appended.NotOpen());
    assertThat(desk.timeline()).containsExactly(message("hello").key());
    assertThat(append(message("hello"))).isEqualTo(new Appended.NotOpen());
    assertThat(desk.timeline()).hasSize(1);
  }

  @Test
  public void into_an_open_one_it_is_told() {
    desk.gets(message("hello"));
    var second = message("second").at(NOW.plusSeconds(9)).received(NOW.plusSeconds(11));
    assertThat(append(second)).isEqualTo(new Appended.Stored(KIMS_ID, "Kim"));
    assertThat(desk.kims().core().traffic()).isEqualTo(new Traffic(
        second.key(), Optional.empty(), NOW.plusSeconds(9), LastFrom.CLIENT, "second", true, Optional.empty(),
        Optional.of(NOW)));
    assertThat(desk.kims().version()).isEqualTo(1);
  }

  @Test
  public void after_a_reply_the_customer_waits_anew() {
    desk.gets(message("hello"));
    desk.later(Duration.ofSeconds(5)).when("ana", reply());
    desk.later(Duration.ofSeconds(5));
    append(message("thanks").at(desk.now()));
    assertThat(desk.kims().core().traffic().waitingSince()).contains(desk.now());
    assertThat(desk.kims().core().traffic().readAt()).contains(desk.now().minusSeconds(5));
  }

  @Test
  public void a_duplicate_changes_nothing() {
    desk.gets(message("hello"));
    desk.takesIn(message("second").at(NOW.plusSeconds(9)));
    var before = desk.everything();
    assertThat(append(message("hello"))).isEqualTo(new Appended.Repeated());
    assertThat(append(message("second").at(NOW.plusSeconds(9)))).isEqualTo(new Appended.Repeated());
    assertThat(desk.everything()).isEqualTo(before);
  }

  @Test
  public void a_duplicate_of_what_was_read_and_answered_is_not_unread_again() {
    desk.gets(message("hello"));
    desk.later(Duration.ofSeconds(5)).when("ana", reply());
    assertThat(append(message("hello").received(desk.now().plusSeconds(60)))).isEqualTo(new Appended.Repeated());
    assertThat(desk.kims().core().traffic().unread()).isFalse();
  }

  @Test
  public void what_was_kept_before_the_conversation_was_told_is_told_by_the_next_delivery() {
    append(message("second").at(NOW.plusSeconds(9)));
    desk.gets(message("hello"));
    assertThat(append(message("second").at(NOW.plusSeconds(9)))).isEqualTo(new Appended.Stored(KIMS_ID, "Kim"));
    assertThat(desk.kims().core().traffic().preview()).isEqualTo("second");
  }

  @Test
  public void behind_a_newer_one_it_is_late_and_unread_all_the_same() {
    desk.takesIn(message("second").at(NOW.plusSeconds(9)));
    desk.later(Duration.ofSeconds(20)).when("ana", reply());
    var before = desk.kims().core().traffic();
    var late = message("first").received(desk.now().plusSeconds(1));
    assertThat(append(late)).isEqualTo(new Appended.Late());
    assertThat(desk.kims().core().traffic()).isEqualTo(new Traffic(
        before.lastKey(), Optional.of(late.key()), before.lastAt(), LastFrom.CLIENT, "hi", true, before.readAt(),
        Optional.of(desk.now().plusSeconds(1))));
    assertThat(append(late)).isEqualTo(new Appended.Repeated());
  }

  @Test
  public void into_a_closed_one_it_begins_it_again_unless_it_is_an_old_duplicate() {
    desk.gets(message("hello")).when("ana", new Claim(KIMS));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    var before = desk.kims();
    assertThat(append(message("hello"))).isEqualTo(new Appended.Repeated());
    assertThat(append(message("again").at(NOW.plusSeconds(9)))).isEqualTo(new Appended.NotOpen());
    assertThat(append(message("late").at(NOW.minusSeconds(9)))).isEqualTo(new Appended.NotOpen());
    assertThat(desk.kims()).isEqualTo(before);
    assertThat(desk.timeline()).hasSize(3);
  }

  @Test
  public void of_a_blocked_contact_it_is_kept_and_nobody_is_told() {
    desk.gets(message("hello")).when("ana", new Block(KIMS_ID));
    var before = desk.kims();
    assertThat(append(message("please").at(NOW.plusSeconds(9)))).isEqualTo(new Appended.Hidden());
    assertThat(append(message("please").at(NOW.plusSeconds(9)))).isEqualTo(new Appended.Hidden());
    assertThat(append(message("late").at(NOW.minusSeconds(9)))).isEqualTo(new Appended.Hidden());
    assertThat(desk.kims()).isEqualTo(before);
    assertThat(desk.timeline()).hasSize(3);
  }

  @Test
  public void one_moment_holds_many_messages_in_an_order_that_never_changes() {
    desk.gets(message("a"));
    for (var text : new String[] {"b", "c", "d", "e"}) {
      append(message(text));
    }
    assertThat(desk.timeline()).hasSize(5).isSorted();
    assertThat(desk.kims().core().traffic().lastKey()).isEqualTo(desk.timeline().getLast());
  }

  @Test
  public void each_channel_is_a_conversation_of_its_own() {
    desk.gets(message("hello"));
    assertThat(append(message("hello").on(telegram()))).isEqualTo(new Appended.NotOpen());
    assertThat(desk.timeline()).hasSize(1);
  }

  @Test
  public void a_key_that_was_chosen_once_stays() {
    var first = MessageKey.incoming(NOW, "update-1");
    var second = MessageKey.incoming(NOW.plusSeconds(9), "update-1");
    assertThat(inbox.messages().keyOf(whatsapp(), "update-1", KIMS, first)).isEqualTo(first);
    assertThat(inbox.messages().keyOf(whatsapp(), "update-1", KIMS, second)).isEqualTo(first);
    assertThat(inbox.messages().keyOf(telegram(), "update-1", KIMS, second)).isEqualTo(second);
  }

  @Test
  public void a_message_whose_key_was_chosen_is_found_by_its_id_where_it_was_put_first() {
    var elsewhere = new ConversationId("elsewhere");
    inbox.messages().keyOf(whatsapp(), "update-1", KIMS, MessageKey.incoming(NOW, "update-1"));
    inbox.messages().keyOf(whatsapp(), "update-1", elsewhere, MessageKey.incoming(NOW, "update-1"));
    assertThat(inbox.messages().conversationOf(whatsapp(), "update-1")).contains(KIMS);
    assertThat(inbox.messages().conversationOf(whatsapp(), "update-2")).isEmpty();
    assertThat(inbox.messages().conversationOf(telegram(), "update-1")).isEmpty();
  }

  @Test
  public void a_remark_stands_on_the_timeline_once_and_tells_nobody() {
    desk.gets(message("hello"));
    var before = desk.kims();
    var remark = new Inbound.Remark(Optional.empty(), "edit-1", Optional.of(NOW), Optional.of(KIM), "edit",
        Optional.of("wamid.1"), Content.text("hello!"));
    var key = MessageKey.remark(NOW.plusSeconds(9), "edit-1");
    inbox.messages().append(whatsapp(), KIMS, remark, key, NOW);
    inbox.messages().append(whatsapp(), KIMS, remark, key, NOW.plusSeconds(60));
    assertThat(desk.timeline()).containsExactly(message("hello").key(), key);
    assertThat(desk.kims()).isEqualTo(before);
  }

  @Test
  public void quarantine_takes_the_same_thing_twice() {
    inbox.messages().quarantine(whatsapp(), "no such account", "{}", NOW);
    inbox.messages().quarantine(whatsapp(), "no such account", "{}", NOW.plusSeconds(9));
    assertThat(desk.everything().conversations()).isEmpty();
  }

  private Appended append(MessageFixture message) {
    return inbox.messages().append(message.message());
  }

  private static Reply reply() {
    return new Reply(KIMS, "hi", true, Optional.empty(), false, Optional.empty());
  }
}
