package baton.agent;

import baton.id.AgentId;
import baton.id.WorkspaceId;
import java.util.Optional;

/// Where agents declare whether they are there.
public interface Presence {
  /// Declares it, in one write.
  ///
  /// @return the agent as they are now; none when there is no active agent of that id
  /// @throws baton.conversation.Unavailable when the table does not answer; it may be sent again
  Optional<Agent> declare(WorkspaceId workspace, AgentId agent, Availability availability);
}
