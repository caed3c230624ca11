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

/// The lists of a workspace's setup.
public interface Directory {
  /// Its agents, also those who are gone.
  List<Versioned<Enrolled>> agents(WorkspaceId workspace);

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
