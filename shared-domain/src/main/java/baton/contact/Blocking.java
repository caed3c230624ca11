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
          ? Optional.of(new ConversationEvent.Unblocked(policy.dueAfter(now)))
          : Optional.empty();
      case ContactEvent.Pinned _, ContactEvent.Unpinned _ -> Optional.empty();
    };
  }
}
