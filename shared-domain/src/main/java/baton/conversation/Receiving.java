package baton.conversation;

import baton.agent.Agent;
import baton.agent.Eligibility;
import baton.contact.Contact;
import baton.conversation.Conversation.Core;
import baton.id.ContactId;
import baton.message.MessageKey;
import baton.workspace.ClosingPolicy;
import baton.workspace.ReopenPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of a message that finds no open conversation: T1, T2, T18, T19. A message into an open one (T21) needs no
/// decision.
public final class Receiving {
  private Receiving() {}

  /// What the rules look at.
  ///
  /// @param conversation as it stands; a new one is [#fresh]
  /// @param owner the agent to whom the contact is pinned
  /// @param lastAssignee the agent who had it last, where that may count
  public record Arriving(
      MessageKey message,
      Conversation conversation,
      boolean isNew,
      Optional<Contact> contact,
      Optional<Agent> owner,
      Optional<Agent> lastAssignee,
      ReopenPolicy reopen,
      ClosingPolicy closing) {}

  /// The answer: unchanged when it is open by now.
  public static Decision<ConversationEvent> decide(Arriving scene, Instant now) {
    var checkAt = scene.closing().nextLook(now, now);
    return switch (scene.conversation()) {
      case Conversation _ when scene.isNew() -> Decision.accept(opened(scene, checkAt));
      case Conversation.Closed closed -> Decision.accept(
          with(
              new ConversationEvent.Reopened(Optional.of(scene.message()), closed.owner(), checkAt),
              comesBackTo(closed, scene, now)));
      case Conversation.Unassigned _, Conversation.Assigned _, Conversation.Blocked _ -> Decision.unchanged();
    };
  }

  /// A conversation that does not exist yet: version 0, waiting to be opened by that message.
  public static Conversation fresh(IncomingMessage message) {
    return fresh(message, message.contact(), Optional.empty());
  }

  /// The same, of that contact, and called as agents call them where they are known.
  static Conversation fresh(IncomingMessage message, ContactId contact, Optional<Contact> known) {
    var channel = message.channel();
    var traffic = Traffic.startedBy(message.key(), message.content().preview(), message.receivedAt());
    var core = new Core(
        channel.workspace(), message.conversation(), channel.id(), channel.kind(), contact,
        known.map(Contact::name).orElseGet(message::contactName), message.peer().address(), channel.team(),
        Optional.empty(), 0, message.receivedAt(), Optional.empty(), Optional.empty(), 0, "", traffic);
    return new Conversation.Unassigned(core, message.receivedAt());
  }

  private static List<ConversationEvent> opened(Arriving scene, Instant checkAt) {
    var opened = new ConversationEvent.Opened(scene.message(), checkAt);
    if (scene.contact().filter(Contact::blocked).isPresent()) {
      return List.of(opened, new ConversationEvent.Blocked());
    }
    return with(opened, scene.owner()
        .filter(agent -> Eligibility.automatic(agent, scene.conversation().team()))
        .map(agent -> new ConversationEvent.Assigned(Optional.empty(), agent.id(), Reason.CONTACT_OWNER)));
  }

  private static Optional<ConversationEvent.Assigned> comesBackTo(
      Conversation.Closed closed, Arriving scene, Instant now) {
    for (var step : scene.reopen().order()) {
      var candidate = switch (step) {
        case OWNER -> scene.owner();
        case LAST_ASSIGNEE -> scene.lastAssignee().filter(_ -> scene.reopen().sticks(closed.since(), now));
      };
      var reason = switch (step) {
        case OWNER -> Reason.CONTACT_OWNER;
        case LAST_ASSIGNEE -> Reason.STICKY;
      };
      var chosen = candidate.filter(agent -> Eligibility.automatic(agent, closed.team()));
      if (chosen.isPresent()) {
        return Optional.of(new ConversationEvent.Assigned(Optional.empty(), chosen.get().id(), reason));
      }
    }
    return Optional.empty();
  }

  private static List<ConversationEvent> with(
      ConversationEvent first, Optional<? extends ConversationEvent> then) {
    var events = new ArrayList<ConversationEvent>();
    events.add(first);
    then.ifPresent(events::add);
    return events;
  }
}
