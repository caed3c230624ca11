package baton.inbox;

import baton.access.Access;
import baton.access.Access.Answer;
import baton.access.Permission;
import baton.access.Visibility;
import baton.agent.Agent;
import baton.agent.Eligibility;
import baton.contact.Contact;
import baton.contact.ContactCommand.Pin;
import baton.contact.ContactCommand.Unpin;
import baton.contact.ContactCommands;
import baton.contact.Pinning;
import baton.contact.Pinning.Tying;
import baton.conversation.Conversation;
import baton.conversation.Decision;
import baton.id.AgentId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A contact as one agent sees them.
///
/// @param conversations those that the agent sees, the latest first
public record Card(
    Contact contact, boolean canPin, boolean canUnpin, PinLabel label, List<Conversation> conversations,
    Optional<Control> control) {

  /// What stands on the button of the pin.
  public enum PinLabel {
    /// Not pinned.
    NONE,
    /// `Detach (name)`: pinned to the one who looks.
    DETACH,
    /// `Pinned (name)`: to somebody else.
    PINNED,
    /// `Detach (assigned to name)`: to somebody else, and the one who looks may take it off.
    DETACH_FROM
  }

  /// The two controls of assignment, for the conversation they work on: the latest open one, else the latest.
  public record Control(Conversation conversation, boolean canAssignToMe, boolean canAssignOthers) {}

  /// The card, or none where the agent may not know this contact.
  ///
  /// @param all the contact's conversations
  public static Optional<Card> of(Contact contact, Agent agent, List<Conversation> all) {
    if (!ContactCommands.sees(agent, contact, all)) {
      return Optional.empty();
    }
    var visible = all.stream()
        .filter(conversation -> Visibility.sees(agent, conversation))
        .sorted(Comparator.comparing((Conversation conversation) -> conversation.core().traffic().lastAt()).reversed())
        .toList();
    var control = visible.stream().filter(Conversation::isOpen).findFirst().or(() -> visible.stream().findFirst());
    return Optional.of(new Card(
        contact, canPin(contact, agent, all), canUnpin(contact, agent, all), label(contact, agent), visible,
        control.map(conversation -> control(conversation, agent))));
  }

  private static Control control(Conversation conversation, Agent agent) {
    boolean blocked = conversation instanceof Conversation.Blocked;
    boolean mine = conversation.holder().filter(agent.id()::equals).isPresent();
    return new Control(
        conversation,
        !blocked && !mine && Eligibility.hard(agent, conversation.team()).isEmpty()
            && Access.check(agent, Permission.TAKE, conversation) == Answer.ALLOWED,
        !blocked && Access.check(agent, Permission.ASSIGN_OTHERS, conversation) == Answer.ALLOWED);
  }

  private static boolean canPin(Contact contact, Agent agent, List<Conversation> all) {
    return contact.pinnedTo().isEmpty()
        && Access.holds(agent, Permission.PIN_SELF)
        && Pinning.decide(new Pin(contact.id(), agent.id()), new Tying(contact, agent, Optional.of(agent), all))
            instanceof Decision.Accepted;
  }

  private static boolean canUnpin(Contact contact, Agent agent, List<Conversation> all) {
    return Access.holds(agent, Permission.UNPIN_SELF)
        && Pinning.decide(new Unpin(contact.id()), new Tying(contact, agent, Optional.of(agent), all))
            instanceof Decision.Accepted;
  }

  private static PinLabel label(Contact contact, Agent agent) {
    Optional<AgentId> owner = contact.pinnedTo();
    if (owner.isEmpty()) {
      return PinLabel.NONE;
    }
    if (owner.get().equals(agent.id())) {
      return PinLabel.DETACH;
    }
    return Access.holds(agent, Permission.UNPIN_ANY) ? PinLabel.DETACH_FROM : PinLabel.PINNED;
  }
}
