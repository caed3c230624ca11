package baton.administration;

import baton.conversation.Conversations.Committed;
import baton.id.WorkspaceId;

/// Where a workspace's setup is kept, with all that a decision about it looks at.
public interface Records {

  /// Everything named, in one consistent read.
  Scene load(WorkspaceId workspace, Wanted wanted);

  /// Writes all of it or nothing: whatever has a `before`, only if its version is still that one.
  ///
  /// @throws baton.conversation.Unavailable when the table does not answer; the outcome is then unknown
  Committed commit(Edit edit);
}
