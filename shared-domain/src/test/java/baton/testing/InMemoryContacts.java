package baton.testing;

import baton.contact.Contacts;
import baton.conversation.Conversation.Core;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import baton.testing.Store.In;

/// Contacts in memory.
final class InMemoryContacts implements Contacts {
  private final Store store;

  InMemoryContacts(Store store) {
    this.store = store;
  }

  @Override
  public void called(WorkspaceId workspace, ContactId contact, ConversationId conversation, String channelName) {
    synchronized (store) {
      var known = store.contacts.computeIfPresent(
          new In<>(workspace, contact), (_, before) -> before.called(channelName));
      if (known == null) {
        return;
      }
      store.conversations.computeIfPresent(new In<>(workspace, conversation), (_, before) ->
          before.with(renamed(before.core(), known.name())));
    }
  }

  private static Core renamed(Core core, String name) {
    return new Core(core.workspace(), core.id(), core.channel(), core.channelKind(), core.contact(), name,
        core.address(), core.team(), core.lastAssignee(), core.episode(), core.openedAt(), core.openedBy(), core.idleCheckAt(),
        core.version(), core.lastRequest(), core.traffic());
  }
}
