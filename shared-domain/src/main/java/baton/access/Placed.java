package baton.access;

import baton.id.AgentId;
import baton.id.TeamId;
import java.util.Locale;
import java.util.Optional;

/// Where a conversation stands: all that visibility depends on. A conversation has it, and so has its row in a list.
public interface Placed {
  /// The state it is in.
  Status status();

  /// The team whose queue it belongs to.
  Optional<TeamId> team();

  /// Who answers for it: the assignee, or for a closed one who held it last.
  Optional<AgentId> responsible();

  /// The four states.
  enum Status {
    UNASSIGNED,
    ASSIGNED,
    CLOSED,
    BLOCKED;

    /// The word in JSON and items: `unassigned`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
