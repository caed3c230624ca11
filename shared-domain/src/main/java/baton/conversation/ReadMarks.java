package baton.conversation;

import baton.id.AgentId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Where it is kept that a customer's message has been seen.
public interface ReadMarks {

  /// Clears the unread mark, if this agent is the assignee and it is as they expect. One write; nothing is read before.
  ///
  /// @throws Unavailable when the table does not answer; it may be sent again
  Marked mark(WorkspaceId workspace, ConversationId conversation, AgentId agent, Expected expected, Instant now);

  /// As what the agent takes the conversation.
  ///
  /// @param seen what they had before their eyes; empty: whatever there is now
  /// @param version how many events it has had; empty: however many
  record Expected(Optional<Seen> seen, OptionalLong version) {}

  /// What came of it.
  sealed interface Marked {
    /// It is read now.
    record Read(Conversation conversation) implements Marked {}

    /// Nothing was written: somebody else holds it, or nobody, or something newer came or happened.
    record Kept(Conversation conversation) implements Marked {}

    /// There is no such conversation.
    record Unknown() implements Marked {}
  }
}
