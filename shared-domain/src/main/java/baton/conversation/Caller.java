package baton.conversation;

import baton.conversation.Conversations.AgentKey;
import baton.conversation.Conversations.Loaded;
import baton.id.AgentId;
import baton.id.IdSource;
import baton.id.WorkspaceId;
import baton.message.MessageKey;
import java.util.Optional;
import java.util.OptionalLong;

/// Who asks, and how.
///
/// @param key the client's name for the request, if it sent one
/// @param ifMatch the version that the client wants to have before it, if it said so
public record Caller(WorkspaceId workspace, AgentId agent, Optional<IdempotencyKey> key, OptionalLong ifMatch) {

  /// The key with the agent whose it is, for loading what was answered before.
  public Optional<AgentKey> agentKey() {
    return key.map(name -> new AgentKey(agent, name));
  }

  /// The name of this request: the same whenever the client repeats it under its key.
  public String request(IdSource ids) {
    return key.map(name -> MessageKey.hash(workspace + "|" + agent + "|" + name.key())).orElseGet(ids::next);
  }

  /// What the client was told before, if this request was carried out before.
  public Optional<Outcome> repeated(Loaded loaded) {
    return loaded.remembered().map(kept -> kept.requestHash().equals(key.orElseThrow().requestHash())
        ? new Outcome.Repeated(kept.answer())
        : new Outcome.Refused(new Rejection.IdempotencyMismatch()));
  }
}
