package baton.inbox;

import baton.id.ConversationId;
import baton.id.WorkspaceId;

/// Where what was said and done in a conversation is read.
public interface Timelines {
  /// So much of it, from that mark back. The newest piece is read as it is now.
  Timeline read(WorkspaceId workspace, ConversationId conversation, Timeline.Before before, int most);
}
