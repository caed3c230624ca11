package baton.agent;

import baton.id.AgentId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;

/// That somebody whom an issuer of tokens vouches for is this agent of this workspace.
///
/// @param active whether the person may come in by it
/// @param since when the workspace said so first; the epoch where that was not noted
public record Login(WorkspaceId workspace, AgentId agent, boolean active, Instant since) {
  /// Any workspace may say that somebody is theirs: one that comes later takes nobody away from an earlier one.
  public static final Comparator<Login> OLDEST_FIRST =
      Comparator.comparing(Login::since).thenComparing(login -> login.workspace().value());
}
