package baton.contact;

import static baton.conversation.Decision.accept;
import static baton.conversation.Decision.refuse;
import static baton.conversation.Decision.unchanged;

import baton.access.Access;
import baton.access.Permission;
import baton.agent.Agent;
import baton.agent.Eligibility;
import baton.contact.ContactCommand.Pin;
import baton.contact.ContactCommand.PinningCommand;
import baton.contact.ContactCommand.Unpin;
import baton.conversation.Conversation;
import baton.conversation.Decision;
import baton.conversation.Rejection;
import baton.id.AgentId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules of to whom a contact always comes back: T27. A pin is moved by taking it off and putting it on; who may
/// take anybody's off does both at once (S9).
public final class Pinning {
  private Pinning() {}

  /// What the rules look at.
  ///
  /// @param target the agent to pin to, if the workspace has them
  /// @param conversations the contact's
  public record Tying(Contact contact, Agent actor, Optional<Agent> target, List<Conversation> conversations) {}

  /// The answer.
  public static Decision<ContactEvent> decide(PinningCommand command, Tying scene) {
    return switch (command) {
      case Pin(var _, var to) -> pin(to, scene);
      case Unpin _ -> unpin(scene);
    };
  }

  private static Decision<ContactEvent> pin(AgentId to, Tying scene) {
    var owner = scene.contact().pinnedTo();
    if (owner.filter(to::equals).isPresent()) {
      return unchanged();
    }
    if (owner.isPresent() && !Access.holds(scene.actor(), Permission.UNPIN_ANY)) {
      return refuse(new Rejection.AlreadyPinned(owner.get()));
    }
    if (scene.target().isEmpty()) {
      return refuse(new Rejection.UnknownAgent(to));
    }
    var held = scene.conversations().stream()
        .filter(conversation -> conversation.holder().filter(to::equals).isPresent())
        .findFirst();
    if (held.isEmpty()) {
      return refuse(new Rejection.NotAssignee(to));
    }
    return Eligibility.hard(scene.target().get(), held.get().team())
        .map(why -> Decision.<ContactEvent>refuse(Rejection.of(why, to)))
        .orElseGet(() -> accept(pinned(owner, to)));
  }

  private static List<ContactEvent> pinned(Optional<AgentId> from, AgentId to) {
    return Stream.concat(
            from.<ContactEvent>map(ContactEvent.Unpinned::new).stream(), Stream.of(new ContactEvent.Pinned(from, to)))
        .toList();
  }

  private static Decision<ContactEvent> unpin(Tying scene) {
    var owner = scene.contact().pinnedTo();
    if (owner.isEmpty()) {
      return unchanged();
    }
    boolean mine = owner.get().equals(scene.actor().id());
    return mine || Access.holds(scene.actor(), Permission.UNPIN_ANY)
        ? accept(List.of(new ContactEvent.Unpinned(owner.get())))
        : refuse(new Rejection.Forbidden(Permission.UNPIN_ANY));
  }
}
