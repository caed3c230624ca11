package baton.conversation;

import baton.id.AgentId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/// Where it is kept that a customer's message has been seen.
public interface ReadMarks {

  /// Clears the unread mark, if this agent is the assignee and nothing came that they have not seen. One write; nothing
  /// is read before it.
  ///
  /// @param seen what the agent had before their eyes; empty: whatever there is now
  /// @throws Unavailable when the table does not answer; it may be sent again
  Marked mark(WorkspaceId workspace, ConversationId conversation, AgentId agent, Optional<Seen> seen, Instant now);

  /// What came of it.
  sealed interface Marked {
    /// It is read now.
    record Read(Conversation conversation) implements Marked {}

    /// Nothing was written: somebody else holds it, or nobody, or something newer came.
    record Kept(Conversation conversation) implements Marked {}

    /// There is no such conversation.
    record Unknown() implements Marked {}
  }
}
