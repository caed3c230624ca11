package baton.notice;

import baton.access.Visibility;
import baton.agent.Agent;
import baton.contact.Contact;
import baton.contact.ContactCommands;
import baton.conversation.Conversation;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.message.MessageKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an agent may still read of what they were told. That they lost something stays theirs to read; what it was,
/// only as long as they see it.
///
/// @param conversations that the notices name, and those of the contacts
/// @param contacts that notices of no conversation name
public record Hindsight(
    Agent reader, Map<ConversationId, Conversation> conversations, Map<ContactId, Contact> contacts) {

  /// The notice as this agent may read it now; none where nothing is left of it.
  public Optional<Notice> of(Notice notice) {
    if (sees(notice)) {
      return Optional.of(notice);
    }
    return switch (notice.kind()) {
      case MOVED -> Optional.of(nameless(notice, "A conversation is no longer yours"));
      case UNPINNED -> Optional.of(nameless(notice, "A contact is no longer pinned to you"));
      case ASSIGNED, TAKEN, WAITING, MESSAGE, CLOSED, REOPENED, PINNED -> Optional.empty();
    };
  }

  private boolean sees(Notice notice) {
    return notice.conversation().isPresent()
        ? notice.conversation().map(conversations::get).filter(now -> Visibility.sees(reader, now)).isPresent()
        : notice.contact().map(contacts::get).filter(this::sees).isPresent();
  }

  private boolean sees(Contact contact) {
    List<Conversation> theirs = contact.conversations().stream()
        .filter(conversations::containsKey)
        .map(conversations::get)
        .toList();
    return ContactCommands.sees(reader, contact, theirs);
  }

  // Its id names the conversation too.
  private static Notice nameless(Notice notice, String title) {
    return new Notice(
        MessageKey.hash(notice.id()), notice.kind(), notice.workspace(), Optional.empty(), Optional.empty(),
        Optional.empty(), notice.version(), notice.at(), notice.recipients(), title, notice.shared());
  }
}
