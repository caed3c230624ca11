package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import baton.access.Placed.Status;
import baton.agent.Eligibility;
import baton.contact.Contact;
import baton.conversation.Conversation;
import baton.event.Event;
import baton.event.EventType;
import baton.message.MessageKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// product.md 3.3: what no scenario may break, I1 to I9 (I10 speaks of what does not exist yet), and that each state is
/// what its log says.
public final class Invariants {
  private Invariants() {}

  public static void check(Everything all) {
    all.conversations().values().forEach(conversation -> check(conversation, all));
    all.contacts().values().forEach(contact -> check(contact, all));
    // I4: one conversation at most, open or not, for a contact on a channel account and person.
    assertThat(all.conversations().keySet()).allMatch(new HashSet<>()::add);
    // I5: who has how many is exact.
    for (var agent : all.agents().values()) {
      assertThat(agent.open()).as("open conversations of %s", agent.id()).isEqualTo((int) all.conversations().values()
          .stream().filter(each -> each.holder().filter(agent.id()::equals).isPresent()).count());
    }
  }

  private static void check(Conversation conversation, Everything all) {
    var core = conversation.core();
    var log = all.logOf(conversation);
    String which = "conversation " + core.id();
    // I1, I2: open and held by nobody, or open and held by one.
    assertThat(conversation.holder().isPresent()).as(which).isEqualTo(conversation.status() == Status.ASSIGNED);
    assertThat(conversation.isOpen()).as(which)
        .isEqualTo(conversation.status() == Status.ASSIGNED || conversation.status() == Status.UNASSIGNED);
    // I3: whoever has it can hold it.
    conversation.holder().ifPresent(holder ->
        assertThat(Eligibility.hard(all.agents().get(holder), conversation.team())).as(which).isEmpty());
    // I6: a blocked contact's conversations are in no queue and no inbox, and only theirs.
    var contact = all.contacts().get(core.contact());
    assertThat(contact).as("the contact of " + which).isNotNull();
    assertThat(conversation.status() == Status.BLOCKED).as(which).isEqualTo(contact.blocked());
    assertThat(contact.conversations()).as(which).contains(core.id());
    // I7: 1…n without a gap, and each version is one line.
    complete(log, core.version(), which);
    // I8: the clean-up will look at what is open, and at nothing else.
    assertThat(core.idleCheckAt().isPresent()).as(which).isEqualTo(conversation.isOpen());
    replay(conversation, log, which);
    timeline(conversation, log, all.timelineOf(conversation), which);
  }

  private static void check(Contact contact, Everything all) {
    var log = all.logOf(contact);
    complete(log, contact.version(), "contact " + contact.id());
    boolean blocked = false;
    Optional<String> pinnedTo = Optional.empty();
    for (var event : log) {
      switch (event.type()) {
        case CONTACT_BLOCKED -> blocked = true;
        case CONTACT_UNBLOCKED -> blocked = false;
        case CONTACT_PINNED -> pinnedTo = Optional.of(event.to());
        case CONTACT_UNPINNED -> pinnedTo = Optional.empty();
        default -> throw new AssertionError("no event of a contact: " + event);
      }
    }
    assertThat(contact.blocked()).isEqualTo(blocked);
    assertThat(contact.pinnedTo().map(Object::toString)).isEqualTo(pinnedTo);
    assertThat(contact.pinnedAt().isPresent()).isEqualTo(pinnedTo.isPresent());
    assertThat(contact.conversations()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(Contact.MOST_CONVERSATIONS);
    assertThat(all.conversations().keySet()).containsAll(contact.conversations());
  }

  private static void complete(List<Event> log, long version, String which) {
    assertThat(log).as(which).extracting(Event::version)
        .isEqualTo(LongStream.rangeClosed(1, version).boxed().toList());
    assertThat(log).as(which).extracting(Event::id).doesNotHaveDuplicates();
  }

  /// The state told once more, by the lines of the log alone. I9: a closed one is the holder's at closing.
  private static void replay(Conversation conversation, List<Event> log, String which) {
    var status = Status.UNASSIGNED;
    var beforeBlock = Status.UNASSIGNED;
    String holder = "";
    String owner = "";
    int episode = 0;
    for (var event : log) {
      switch (event.type()) {
        case CONVERSATION_OPENED, CONVERSATION_REOPENED -> {
          episode++;
          status = Status.UNASSIGNED;
          holder = "";
          owner = "";
        }
        case CONVERSATION_ASSIGNED -> {
          assertThat(event.from()).as(which).isEqualTo(holder);
          status = Status.ASSIGNED;
          holder = event.to();
        }
        case CONVERSATION_UNASSIGNED -> {
          assertThat(event.from()).as(which).isEqualTo(holder);
          boolean hidden = event.reason().equals("contact_blocked");
          status = hidden ? Status.BLOCKED : Status.UNASSIGNED;
          beforeBlock = Status.UNASSIGNED;
          holder = "";
        }
        case CONVERSATION_CLOSED -> {
          assertThat(event.from()).as(which).isEqualTo(holder);
          status = Status.CLOSED;
          owner = holder;
          holder = "";
        }
        case CONVERSATION_BLOCKED -> {
          beforeBlock = status;
          status = Status.BLOCKED;
        }
        case CONVERSATION_UNBLOCKED -> status = beforeBlock;
        case CONVERSATION_TEAM_CHANGED -> assertThat(event.to()).as(which)
            .isEqualTo(event.team().map(Object::toString).orElse(""));
        default -> throw new AssertionError("no event of a conversation: " + event);
      }
      assertThat(event.episode()).as(which).isEqualTo(episode);
    }
    assertThat(conversation.status()).as(which).isEqualTo(status);
    assertThat(conversation.holder().map(Object::toString).orElse("")).as(which).isEqualTo(holder);
    assertThat(conversation.core().episode()).as(which).isEqualTo(episode);
    if (conversation instanceof Conversation.Closed closed) {
      assertThat(closed.owner().map(Object::toString).orElse("")).as(which).isEqualTo(owner);
    }
    if (!log.isEmpty()) {
      assertThat(conversation.team()).as(which).isEqualTo(log.getLast().team());
    }
  }

  // What came while the contact was blocked stands on the timeline and has told the conversation nothing.
  private static void timeline(Conversation conversation, List<Event> log, List<MessageKey> keys, String which) {
    assertThat(keys).as(which).isSorted().doesNotHaveDuplicates();
    var messages = keys.stream().filter(key -> !key.tag().startsWith("N")).toList();
    assertThat(messages).as(which).contains(conversation.core().traffic().lastKey());
    boolean everBlocked = log.stream().anyMatch(event -> event.reason().equals("contact_blocked"));
    if (!everBlocked) {
      assertThat(conversation.core().traffic().lastKey()).as(which).isEqualTo(messages.getLast());
    }
    conversation.core().traffic().lateKey().ifPresent(late -> assertThat(messages).as(which).contains(late));
    assertThat(log.isEmpty() || log.getFirst().type() == EventType.CONVERSATION_OPENED).as(which).isTrue();
  }
}
