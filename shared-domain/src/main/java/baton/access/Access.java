package baton.access;

import baton.agent.Agent;

/// Whether an agent may do something, asked in one place before any rule is.
public final class Access {
  private Access() {}

  /// The answer to a wish.
  public enum Answer {
    ALLOWED,
    /// In reach, but not allowed: 403.
    FORBIDDEN,
    /// Out of reach: 404, the same as if it did not exist.
    HIDDEN
  }

  /// Whether this agent may do that with this conversation.
  public static Answer check(Agent agent, Permission permission, Placed conversation) {
    if (!agent.isActive()) {
      return Answer.FORBIDDEN;
    }
    if (!Visibility.sees(agent, conversation)) {
      return Answer.HIDDEN;
    }
    return covers(reach(agent, permission), agent, conversation) ? Answer.ALLOWED : Answer.FORBIDDEN;
  }

  /// Whether this agent has the permission at all.
  public static boolean holds(Agent agent, Permission permission) {
    return reach(agent, permission) != Reach.NONE;
  }

  /// How far the permission reaches for this agent; not at all when the account is not active.
  public static Reach reach(Agent agent, Permission permission) {
    return agent.isActive() ? Roles.reach(agent.roles(), permission) : Reach.NONE;
  }

  static boolean covers(Reach reach, Agent agent, Placed conversation) {
    return switch (reach) {
      case NONE -> false;
      case OWN -> Visibility.isResponsible(agent, conversation);
      case TEAMS -> agent.teams().isEmpty()
          || conversation.team().map(agent.teams()::contains).orElse(true)
          || Visibility.isResponsible(agent, conversation);
      case ALL -> true;
    };
  }
}
