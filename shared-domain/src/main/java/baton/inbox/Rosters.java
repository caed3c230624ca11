package baton.inbox;

import baton.agent.Agent;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where the people and teams of a workspace are looked up.
public interface Rosters {
  /// Its teams, also those dissolved, to whose queues something may still come back; a new one may be missing for half
  /// a minute.
  List<TeamId> teams(WorkspaceId workspace);

  /// All its agents but those who are gone, as they are now.
  List<Agent> agents(WorkspaceId workspace);

  /// What these are called, also those who are gone; a new name may be missing for half a minute.
  Names names(WorkspaceId workspace, Collection<AgentId> agents, Collection<TeamId> teams);

  /// The channels whose notices this agent signed up for.
  List<ChannelId> subscriptions(WorkspaceId workspace, AgentId agent);

  /// What agents and teams are called; who does not exist is absent.
  record Names(Map<AgentId, String> agents, Map<TeamId, String> teams) {}
}
