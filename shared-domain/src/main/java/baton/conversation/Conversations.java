package baton.conversation;

import baton.agent.Agent;
import baton.agent.Team;
import baton.contact.Contact;
import baton.id.AgentId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where conversations are kept, with all that a decision about one looks at.
public interface Conversations {

  /// Everything named, in one consistent read. What does not exist is absent.
  Loaded load(Wanted wanted);

  /// Writes all of the change or nothing: each conversation and contact only if its version is still that of `before`
  /// (of a contact also its list of conversations, which grows without an event: blocking must not miss one), each agent
  /// who gets more only under the guard of [Change#counts()]. Messages and names may have come
  /// since `before`: of traffic and names only what differs between `before` and `after` is written.
  ///
  /// @throws Unavailable when the table does not answer; the outcome is then unknown, and asking again finds it
  Committed commit(Change change);

  /// How a commit ended.
  enum Committed {
    YES,
    /// Something moved in between: load and decide again.
    LOST_RACE
  }

  /// What to read.
  ///
  /// @param key of the client's request, if it sent one, with the agent whose it is
  record Wanted(
      WorkspaceId workspace,
      Set<ConversationId> conversations,
      Set<ContactId> contacts,
      Set<AgentId> agents,
      Set<TeamId> teams,
      Optional<AgentKey> key) {}

  /// An agent's idempotency key.
  record AgentKey(AgentId agent, IdempotencyKey key) {}

  /// What was read.
  ///
  /// @param remembered the answer kept under the key, and the request it was given to
  record Loaded(
      Workspace workspace,
      Map<ConversationId, Conversation> conversations,
      Map<ContactId, Contact> contacts,
      Map<AgentId, Agent> agents,
      Map<TeamId, Team> teams,
      Optional<Kept> remembered) {}

  /// A remembered answer and the hash of the request that got it.
  record Kept(String requestHash, Answer answer) {}
}
