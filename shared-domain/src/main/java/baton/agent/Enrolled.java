package baton.agent;

import java.util.Optional;

/// An agent and how they log in: what only administrators deal with.
public record Enrolled(Agent agent, Optional<LoginName> login) {
  /// The same person, changed.
  public Enrolled with(Agent changed) {
    return new Enrolled(changed, login);
  }
}
