package baton.administration;

import baton.id.AgentId;
import java.util.HashSet;
import java.util.Set;

/// What must hold of a workspace as a whole, kept beside it and exact under concurrency.
///
/// @param superAdmins the agents who are active and super admins: never none
/// @param teams how many there are
public record Tally(Set<AgentId> superAdmins, int teams) {
  /// How many teams a workspace may have.
  public static final int MOST_TEAMS = 100;

  public Tally {
    superAdmins = Set.copyOf(superAdmins);
  }

  /// The tally once this agent counts as a super admin, or does so no more.
  public Tally counting(AgentId agent, boolean isSuperAdmin) {
    var all = new HashSet<>(superAdmins);
    if (isSuperAdmin) {
      all.add(agent);
    } else {
      all.remove(agent);
    }
    return new Tally(all, teams);
  }

  /// The tally with so many more teams, or fewer.
  public Tally withTeams(int more) {
    return new Tally(superAdmins, Math.max(0, teams + more));
  }
}
