package baton.testing;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.superAdmin;
import static baton.testing.Fixtures.telegram;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contact.Contact;
import baton.contact.ContactCommand.Block;
import baton.contact.ContactCommand.Pin;
import baton.contact.ContactCommand.Unblock;
import baton.contact.ContactCommand.Unpin;
import baton.contact.ContactEvent;
import baton.conversation.Change;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.Conversations.Committed;
import baton.conversation.Conversations.Wanted;
import baton.event.Actor;
import baton.id.ContactId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is true of contacts wherever they are kept: [baton.contact.Contacts], and their part of a change.
public abstract class ContactsContract {
  private InboxUnderTest inbox;
  private Desk desk;

  /// A new, empty one.
  protected abstract InboxUnderTest inbox();

  @BeforeEach
  public void kim_has_written() {
    inbox = inbox();
    desk = new Desk(inbox).with(online("ana"), manager("mo"), superAdmin("sam"));
    desk.gets(message("hello"));
  }

  @Test
  public void each_event_reads_back_as_it_was_answered() {
    desk.when("ana", new Claim(KIMS));
    for (var command : List.of(
        new Pin(KIMS_ID, id("ana")), new Block(KIMS_ID), new Unblock(KIMS_ID), new Unpin(KIMS_ID))) {
      var outcome = desk.when("sam", command);
      assertThat(outcome).isEqualTo(new baton.conversation.Outcome.ContactDone(stored(), true));
    }
    assertThat(stored().version()).isEqualTo(4);
    assertThat(desk.everything().logOf(stored())).extracting(event -> event.type().word())
        .containsExactly("contact.pinned", "contact.blocked", "contact.unblocked", "contact.unpinned");
    Invariants.check(desk.everything());
  }

  @Test
  public void a_contact_that_changed_since_it_was_looked_at_is_not_written() {
    var stale = stored();
    desk.when("mo", new Block(KIMS_ID));
    assertThat(inbox.conversations().commit(pinned(stale))).isEqualTo(Committed.LOST_RACE);
    assertThat(stored().pinnedTo()).isEmpty();
    assertThat(desk.everything().logOf(stored())).hasSize(1);
  }

  @Test
  public void a_contact_who_got_a_conversation_since_is_not_written_although_that_is_no_event() {
    var stale = stored();
    desk.gets(message("here").on(telegram()));
    assertThat(stored().version()).isEqualTo(stale.version());
    assertThat(inbox.conversations().commit(pinned(stale))).isEqualTo(Committed.LOST_RACE);
    assertThat(stored().conversations()).hasSize(2);
    assertThat(inbox.conversations().commit(pinned(stored()))).isEqualTo(Committed.YES);
  }

  @Test
  public void somebody_is_met_once() {
    var met = new Change(ACME, "r", NOW, List.of(),
        Optional.of(new Change.ContactMove(Optional.empty(), stored(), List.of())), Optional.empty(), false,
        Optional.empty());
    assertThat(inbox.conversations().commit(met)).isEqualTo(Committed.LOST_RACE);
  }

  @Test
  public void the_channels_new_name_is_kept_and_shown() {
    inbox.contacts().called(ACME, KIMS_ID, KIMS, "Kim L.");
    assertThat(stored().name()).isEqualTo("Kim L.");
    assertThat(stored().originalName()).isEqualTo("Kim L.");
    assertThat(desk.kims().core().contactName()).isEqualTo("Kim L.");
    assertThat(stored().version()).isZero();
    assertThat(desk.kims().version()).isEqualTo(1);
  }

  @Test
  public void a_name_that_came_since_is_kept_by_a_change_that_does_not_speak_of_it() {
    var seen = stored();
    inbox.contacts().called(ACME, KIMS_ID, KIMS, "Kim L.");
    assertThat(inbox.conversations().commit(pinned(seen))).isEqualTo(Committed.YES);
    assertThat(stored().name()).isEqualTo("Kim L.");
    assertThat(stored().pinnedTo()).contains(id("ana"));
  }

  @Test
  public void each_of_two_conversations_comes_to_show_the_new_name() {
    desk.gets(message("here").on(telegram()));
    var there = message("here").on(telegram()).message().conversation();
    inbox.contacts().called(ACME, KIMS_ID, KIMS, "Kim L.");
    inbox.contacts().called(ACME, KIMS_ID, there, "Kim L.");
    assertThat(desk.everything().conversations().values())
        .allMatch(conversation -> conversation.core().contactName().equals("Kim L."));
  }

  @Test
  public void who_is_unknown_stays_so() {
    inbox.contacts().called(ACME, new ContactId("nobody"), KIMS, "Nobody");
    assertThat(desk.everything().contacts()).containsOnlyKeys(KIMS_ID);
    assertThat(desk.kims().core().contactName()).isEqualTo("Kim");
  }

  private Contact stored() {
    return inbox.conversations()
        .load(new Wanted(ACME, Set.of(), Set.of(KIMS_ID), Set.of(), Set.of(), Optional.empty()))
        .contacts().get(KIMS_ID);
  }

  private static Change pinned(Contact before) {
    var event = new ContactEvent.Pinned(Optional.empty(), id("ana"));
    var after = before.after(event, NOW);
    return new Change(ACME, "r", NOW, List.of(),
        Optional.of(new Change.ContactMove(
            Optional.of(before), after, List.of(event.logged(after, Actor.agent(id("ana")), NOW)))),
        Optional.empty(), false, Optional.empty());
  }
}
