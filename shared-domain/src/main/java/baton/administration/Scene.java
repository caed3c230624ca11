package baton.administration;

import baton.agent.Agent;
import baton.agent.Enrolled;
import baton.agent.LoginName;
import baton.agent.Team;
import baton.channel.Registered;
import baton.conversation.Conversations.Kept;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a rule looks at, read consistently. What does not exist is absent.
///
/// @param occupied what stands in the way of removing a team, of those that were asked about
/// @param subscriptions which of the asked-for subscriptions exist
/// @param remembered the answer kept under the client's key, and the request it was given to
public record Scene(
    Versioned<Workspace> workspace,
    Versioned<Tally> tally,
    Map<AgentId, Versioned<Enrolled>> agents,
    Map<TeamId, Versioned<Team>> teams,
    Map<TeamId, Occupation> occupied,
    Map<LoginName, AgentId> logins,
    Map<ChannelId, Versioned<Registered>> channels,
    Set<Wanted.Subscription> subscriptions,
    Optional<Kept> remembered) {

  /// Why a team cannot go.
  public enum Occupation { MEMBERS, CONVERSATIONS, CHANNELS }

  /// The agent of that id, whatever their account.
  public Optional<Agent> agent(AgentId id) {
    return Optional.ofNullable(agents.get(id)).map(found -> found.value().agent());
  }

  /// The first of these teams that does not exist.
  public Optional<TeamId> unknown(Set<TeamId> wanted) {
    return wanted.stream().filter(team -> !teams.containsKey(team)).findFirst();
  }
}
