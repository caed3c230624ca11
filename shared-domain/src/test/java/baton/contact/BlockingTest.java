package baton.contact;

import static baton.testing.Fixtures.CLOSING;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.blockedAfterClosingBy;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.kim;
import static baton.testing.Fixtures.kimBlocked;
import static baton.testing.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contact.ContactCommand.Block;
import baton.contact.ContactCommand.BlockingCommand;
import baton.contact.ContactCommand.Unblock;
import baton.conversation.ConversationEvent;
import baton.conversation.Reason;
import baton.testing.ConversationFixture;
import baton.testing.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// T25, T26: whether a contact is heard, and what that does to each of their conversations.
class BlockingTest {
  private static final ContactEvent BLOCKED = new ContactEvent.Blocked();
  private static final ContactEvent UNBLOCKED = new ContactEvent.Unblocked();

  @Test
  void a_contact_is_blocked_once() {
    given(kim()).when(new Block(KIMS_ID)).then(BLOCKED);
    given(kimBlocked()).when(new Block(KIMS_ID)).unchanged();
  }

  @Test
  void a_blocked_contact_is_unblocked_once() {
    given(kimBlocked()).when(new Unblock(KIMS_ID)).then(UNBLOCKED);
    given(kim()).when(new Unblock(KIMS_ID)).unchanged();
  }

  @Test
  void what_somebody_has_is_taken_from_them() {
    assertThat(follow(BLOCKED, assignedTo("ana")))
        .contains(new ConversationEvent.Unassigned(id("ana"), Reason.CONTACT_BLOCKED));
  }

  @Test
  void what_waits_or_is_closed_is_hidden() {
    assertThat(follow(BLOCKED, waiting())).contains(new ConversationEvent.Blocked());
    assertThat(follow(BLOCKED, closedBy("ana"))).contains(new ConversationEvent.Blocked());
  }

  @Test
  void what_is_hidden_already_stays_so() {
    assertThat(follow(BLOCKED, blocked())).isEmpty();
  }

  @Test
  void what_was_hidden_comes_back() {
    var back = new ConversationEvent.Unblocked(CLOSING.nextLook(NOW, NOW));
    assertThat(follow(UNBLOCKED, blocked())).contains(back);
    assertThat(follow(UNBLOCKED, blockedAfterClosingBy("ana"))).contains(back);
  }

  @Test
  void what_was_not_hidden_stays_as_it_is() {
    assertThat(follow(UNBLOCKED, waiting())).isEmpty();
    assertThat(follow(UNBLOCKED, assignedTo("ana"))).isEmpty();
    assertThat(follow(UNBLOCKED, closedBy("ana"))).isEmpty();
  }

  @Test
  void a_pin_moves_no_conversation() {
    assertThat(follow(new ContactEvent.Pinned(Optional.empty(), id("ana")), assignedTo("ana"))).isEmpty();
    assertThat(follow(new ContactEvent.Unpinned(id("ana")), blocked())).isEmpty();
  }

  private static Optional<ConversationEvent> follow(ContactEvent event, ConversationFixture conversation) {
    return Blocking.follow(event, conversation.conversation(), CLOSING, NOW);
  }

  private static Given given(Contact contact) {
    return new Given(contact);
  }

  private record Given(Contact contact) {
    Verdict<ContactEvent> when(BlockingCommand command) {
      return new Verdict<>(Blocking.decide(command, contact));
    }
  }
}
