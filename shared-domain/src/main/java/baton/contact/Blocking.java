package baton.contact;

import static baton.conversation.Decision.accept;
import static baton.conversation.Decision.unchanged;

import baton.contact.ContactCommand.Block;
import baton.contact.ContactCommand.BlockingCommand;
import baton.contact.ContactCommand.Unblock;
import baton.conversation.Conversation;
import baton.conversation.ConversationEvent;
import baton.conversation.Decision;
import baton.conversation.Reason;
import baton.workspace.ClosingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rules of whether a contact is heard: T25, T26.
public final class Blocking {
  private Blocking() {}

  /// The answer.
  public static Decision<ContactEvent> decide(BlockingCommand command, Contact contact) {
    return switch (command) {
      case Block _ -> contact.blocked() ? unchanged() : accept(List.of(new ContactEvent.Blocked()));
      case Unblock _ -> contact.blocked() ? accept(List.of(new ContactEvent.Unblocked())) : unchanged();
    };
  }

  /// These conversations as they would be if their contact were not blocked: who could block it may do so again,
  /// although blocking put it out of their sight.
  static List<Conversation> heard(List<Conversation> conversations) {
    return conversations.stream()
        .map(conversation -> conversation instanceof Conversation.Blocked(var core, var wasClosed, var owner, var since)
            ? wasClosed ? new Conversation.Closed(core, owner, since) : new Conversation.Unassigned(core, since)
            : conversation)
        .toList();
  }

  /// What the contact's event does to one of their conversations, if anything.
  public static Optional<ConversationEvent> follow(
      ContactEvent event, Conversation conversation, ClosingPolicy policy, Instant now) {
    return switch (event) {
      case ContactEvent.Blocked _ -> switch (conversation) {
        case Conversation.Assigned(var _, var holder, var _) ->
            Optional.of(new ConversationEvent.Unassigned(holder, Reason.CONTACT_BLOCKED));
        case Conversation.Unassigned _, Conversation.Closed _ -> Optional.of(new ConversationEvent.Blocked());
        case Conversation.Blocked _ -> Optional.empty();
      };
      case ContactEvent.Unblocked _ -> conversation instanceof Conversation.Blocked
          ? Optional.of(new ConversationEvent.Unblocked(policy.nextLook(now, now)))
          : Optional.empty();
      case ContactEvent.Pinned _, ContactEvent.Unpinned _ -> Optional.empty();
    };
  }
}
