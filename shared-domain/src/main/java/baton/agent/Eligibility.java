package baton.agent;

import baton.access.Access;
import baton.access.Permission;
import baton.access.Visibility;
import baton.id.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether an agent can hold a conversation. *Hard* reasons refuse on every path; *soft* ones refuse only an automatic
/// choice, and warn a person.
public final class Eligibility {
  private Eligibility() {}

  /// Why nobody may give it to them, whoever chooses.
  public enum Hard { INACTIVE, CANNOT_REPLY, CANNOT_SEE }

  /// Why Baton would not choose them by itself.
  public enum Soft {
    ASSIGNEE_UNAVAILABLE,
    ASSIGNEE_AT_CAPACITY;

    /// The word in an answer's `warnings`: `assignee_unavailable`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The first hard reason against this agent for work of that team, or none.
  public static Optional<Hard> hard(Agent agent, Optional<TeamId> team) {
    if (!agent.isActive()) {
      return Optional.of(Hard.INACTIVE);
    }
    if (!Access.holds(agent, Permission.REPLY)) {
      return Optional.of(Hard.CANNOT_REPLY);
    }
    return Visibility.reachesTeam(agent, team) ? Optional.empty() : Optional.of(Hard.CANNOT_SEE);
  }

  /// The soft reasons against one more conversation for this agent.
  public static List<Soft> soft(Agent agent) {
    var reasons = new ArrayList<Soft>();
    if (agent.availability() != Availability.AVAILABLE) {
      reasons.add(Soft.ASSIGNEE_UNAVAILABLE);
    }
    if (!agent.hasRoom()) {
      reasons.add(Soft.ASSIGNEE_AT_CAPACITY);
    }
    return List.copyOf(reasons);
  }

  /// Whether Baton may choose this agent by itself.
  public static boolean automatic(Agent agent, Optional<TeamId> team) {
    return hard(agent, team).isEmpty() && soft(agent).isEmpty();
  }
}
