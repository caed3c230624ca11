package baton.notice;

import baton.agent.Agent;
import baton.agent.Eligibility;
import baton.conversation.Conversation;
import baton.conversation.Reason;
import baton.event.Event;
import baton.id.AgentId;
import baton.message.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An event beside the state as it is now: whether what it says is still so. Events come late, twice and in any order;
/// a state is the one that an event made when it began at that event's very moment.
///
/// @param conversation none for a contact's event
/// @param people the agents whom the event or the conversation names
record Standing(Event event, Optional<Conversation> conversation, Map<AgentId, Agent> people) {
  // Longer than it takes to let a message into the episode that another one is just beginning.
  private static final Duration SAME_BREATH = Duration.ofMinutes(1);

  /// It has stood in the queue since. A decision of several events tells so with its first.
  boolean waits() {
    return event.cause().isEmpty() && made(Conversation.Unassigned.class);
  }

  /// Whoever got it has had it since.
  boolean isTheirs() {
    return made(Conversation.Assigned.class) && isResponsible(event.to());
  }

  /// It has been closed since.
  boolean isClosed() {
    return made(Conversation.Closed.class);
  }

  /// An agent began it again, and somebody else than before has it. (Where nobody has it, it waits.)
  boolean isBegunAgain() {
    return event.actor().asAgent().isPresent()
        && conversation.flatMap(Conversation::holder).isPresent()
        && conversation.filter(now -> same(now.core().openedAt(), event.occurredAt())).isPresent()
        && isLost();
  }

  /// Whoever had it has not got it back.
  boolean isLost() {
    return conversation.isPresent() && !isResponsible(event.from());
  }

  /// The clicker took it straight from the queue, where subscribers were alerted to it, and it is not back there.
  boolean isTaken() {
    return event.reason().equals(Reason.SELF.word()) && event.from().isEmpty() && event.cause().isEmpty()
        && conversation.filter(now -> !(now instanceof Conversation.Unassigned)).isPresent();
  }

  /// A new message, and whoever has the conversation can answer it.
  boolean isForTheHolder() {
    return isNewMessage() && holderCanAnswer();
  }

  /// A new message of an open conversation that nobody has, or nobody who can answer.
  boolean isForTheSubscribers() {
    return isNewMessage() && !holderCanAnswer();
  }

  /// A contact's event: the client tells by its version whether it is the last.
  boolean always() {
    return true;
  }

  private boolean isNewMessage() {
    return conversation.filter(Conversation::isOpen).map(Conversation::core)
        .filter(core -> !isTheBeginning(core) && !isBefore(core))
        .isPresent();
  }

  // The event of the beginning tells of it.
  private boolean isTheBeginning(Conversation.Core core) {
    return core.openedBy().map(MessageKey::toString).equals(Optional.ofNullable(event.data().get("message")));
  }

  // Of an episode that is over: an outage has kept it back.
  private boolean isBefore(Conversation.Core core) {
    return event.occurredAt().plus(SAME_BREATH).isBefore(core.openedAt());
  }

  private boolean holderCanAnswer() {
    return conversation.flatMap(now -> now.holder().map(people::get).filter(holder ->
        Eligibility.hard(holder, now.team()).isEmpty())).isPresent();
  }

  private boolean isResponsible(String agent) {
    return conversation.flatMap(Conversation::responsible).map(AgentId::value).filter(agent::equals).isPresent();
  }

  private boolean made(Class<? extends Conversation> state) {
    return conversation.filter(state::isInstance).filter(now -> same(now.since(), event.occurredAt())).isPresent();
  }

  // What is kept is kept in milliseconds.
  private static boolean same(Instant one, Instant other) {
    return one.toEpochMilli() == other.toEpochMilli();
  }
}
