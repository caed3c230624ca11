package baton.channel;

import baton.access.Access;
import baton.access.Permission;
import baton.access.Visibility;
import baton.agent.Agent;

/// Which channels an agent may know of, and follow: never past what they may read.
public final class Following {
  private Following() {}

  /// Whether notices of what waits in this channel may go to this agent.
  public static boolean mayFollow(Agent agent, Channel channel) {
    return Access.holds(agent, Permission.VIEW_UNASSIGNED) && Visibility.reachesTeam(agent, channel.team());
  }

  /// Whether this agent may know of the channel.
  public static boolean sees(Agent agent, Channel channel) {
    return channel.workspace().equals(agent.workspace())
        && (Access.holds(agent, Permission.MANAGE_CHANNELS) || mayFollow(agent, channel));
  }
}
