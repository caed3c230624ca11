package baton.inbox;

import baton.access.Placed.Status;
import baton.id.AgentId;
import baton.id.TeamId;
import java.util.Optional;

/// What a list is narrowed to; all of it must hold.
public record Filter(Optional<TeamId> team, Optional<AgentId> agent, Optional<Status> status) {
  /// Not narrowed.
  public static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

  /// The first part that this folder does not offer: a status only in All, an agent only in All and Blocked.
  public Optional<String> notOffered(Folder folder) {
    if (status.isPresent() && folder != Folder.ALL) {
      return Optional.of("status");
    }
    return agent.isPresent() && folder != Folder.ALL && folder != Folder.BLOCKED
        ? Optional.of("agent")
        : Optional.empty();
  }

  /// Whether this row is wanted. A row belongs to who answers for it, else to who had it last.
  public boolean wants(Row row) {
    return team.map(wanted -> row.team().equals(Optional.of(wanted))).orElse(true)
        && agent.map(wanted -> row.responsible().or(row::lastAssignee).equals(Optional.of(wanted))).orElse(true)
        && status.map(wanted -> row.status() == wanted).orElse(true);
  }

  boolean isEmpty() {
    return equals(NONE);
  }
}
