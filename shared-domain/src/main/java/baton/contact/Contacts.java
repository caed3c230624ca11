package baton.contact;

import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;

/// Where contacts are kept, beside what a command writes.
public interface Contacts {

  /// The channel calls them so now. What an agent named stays as it is named.
  void called(WorkspaceId workspace, ContactId contact, ConversationId conversation, String channelName);
}
