package baton.access;

/// How far a permission reaches, from nothing to everything.
public enum Reach {
  NONE,
  /// What the agent holds, or held when it was closed.
  OWN,
  /// What stands in the agent's teams or in none; everything, for an agent without a team.
  TEAMS,
  ALL
}
