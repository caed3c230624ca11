package baton.administration;

import baton.agent.Enrolled;
import baton.agent.Team;
import baton.channel.Quarantined;
import baton.channel.Registered;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The lists of a workspace's setup.
public interface Directory {
  /// The next of its agents, in the order of their ids; not those who are gone.
  Roster agents(WorkspaceId workspace, Optional<AgentId> behind, int most);

  /// A part of the agents.
  ///
  /// @param next behind whom it goes on; none at its end
  record Roster(List<Versioned<Enrolled>> agents, Optional<AgentId> next) {}

  /// Its teams.
  List<Versioned<Team>> teams(WorkspaceId workspace);

  /// Its channels, but those removed.
  List<Versioned<Registered>> channels(WorkspaceId workspace);

  /// Who is in that team.
  List<AgentId> members(WorkspaceId workspace, TeamId team);

  /// Who follows that channel.
  List<AgentId> subscribers(ChannelId channel);

  /// The newest of what came by that channel and could not be used: at most so many, and fewer where they are long.
  List<Quarantined> quarantined(ChannelId channel, Instant now, int most);
}
