package baton.access;

import baton.agent.Agent;
import baton.id.TeamId;
import java.util.Optional;

/// Who sees which conversation. The same answer serves commands, lists, counts and the recipients of notices.
public final class Visibility {
  private Visibility() {}

  /// Whether this agent may know that it exists.
  public static boolean sees(Agent agent, Placed conversation) {
    return switch (conversation.status()) {
      case BLOCKED -> Access.holds(agent, Permission.MANAGE_BLOCKED);
      case UNASSIGNED -> inReach(agent, Permission.VIEW_UNASSIGNED, conversation)
          || inReach(agent, Permission.VIEW_ALL, conversation);
      case ASSIGNED, CLOSED ->
          (Access.holds(agent, Permission.VIEW_OWN) && isResponsible(agent, conversation))
              || inReach(agent, Permission.VIEW_TEAM, conversation)
              || inReach(agent, Permission.VIEW_ALL, conversation);
    };
  }

  /// Whether this agent sees every conversation, whoever has it: the folder All.
  public static boolean seesEverything(Agent agent) {
    return Access.reach(agent, Permission.VIEW_ALL) == Reach.ALL;
  }

  /// Whether work of that team can be given to this agent and be seen by them.
  public static boolean reachesTeam(Agent agent, Optional<TeamId> team) {
    return seesEverything(agent) || agent.teams().isEmpty() || team.map(agent.teams()::contains).orElse(true);
  }

  private static boolean inReach(Agent agent, Permission permission, Placed conversation) {
    return Access.covers(Access.reach(agent, permission), agent, conversation);
  }

  static boolean isResponsible(Agent agent, Placed conversation) {
    return conversation.responsible().filter(agent.id()::equals).isPresent();
  }
}
