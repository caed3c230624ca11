package baton.agent;

import baton.access.Role;
import baton.id.AgentId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import java.util.Set;

/// A person who answers customers.
///
/// @param capacity how many open conversations they want at most
/// @param open how many they hold: exact, counted in the transactions that change it
public record Agent(
    AgentId id,
    WorkspaceId workspace,
    String name,
    String email,
    Account account,
    Set<Role> roles,
    Set<TeamId> teams,
    Availability availability,
    int capacity,
    int open) {

  public Agent {
    roles = Set.copyOf(roles);
    teams = Set.copyOf(teams);
  }

  /// The name, else the e-mail address.
  public String displayName() {
    return name.isBlank() ? email : name;
  }

  /// Whether they may act at all.
  public boolean isActive() {
    return account == Account.ACTIVE;
  }

  /// Whether one more fits.
  public boolean hasRoom() {
    return open < capacity;
  }

  /// The same agent with other declared availability.
  public Agent with(Availability declared) {
    return new Agent(id, workspace, name, email, account, roles, teams, declared, capacity, open);
  }
}
