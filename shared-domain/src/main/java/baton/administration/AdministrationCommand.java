package baton.administration;

import baton.access.Role;
import baton.agent.Account;
import baton.agent.Availability;
import baton.agent.LoginName;
import baton.channel.ChannelKind;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// A wish to set something up. What is absent in a change stays as it is.
public sealed interface AdministrationCommand {

  /// Changes what the workspace has set.
  record ChangeSettings(Optional<String> name, Optional<ZoneId> zone, Optional<Duration> closeIdleAfter)
      implements AdministrationCommand {}

  // ---- agents -------------------------------------------------------------------------------------------------

  /// About an agent.
  sealed interface AgentCommand extends AdministrationCommand {
    /// Whom it is about.
    AgentId agent();
  }

  /// Takes somebody on.
  record AddAgent(AgentId agent, Person person, Optional<LoginName> login) implements AgentCommand {}

  /// What there is to know of somebody new.
  record Person(String name, String email, Set<Role> roles, Set<TeamId> teams, int capacity) {}

  /// Changes an agent.
  record ChangeAgent(AgentId agent, AgentChanges changes) implements AgentCommand {}

  /// What to change of an agent.
  record AgentChanges(
      Optional<String> name,
      Optional<String> email,
      Optional<Set<Role>> roles,
      Optional<Set<TeamId>> teams,
      Optional<Integer> capacity,
      Optional<Account> account,
      Optional<LoginName> login) {}

  /// Lets somebody go. Their name stays for what they have done.
  record RemoveAgent(AgentId agent) implements AgentCommand {}

  /// Declares one's own availability, remembered under the client's key.
  record Declare(AgentId agent, Availability availability) implements AgentCommand {}

  // ---- teams --------------------------------------------------------------------------------------------------

  /// About a team.
  sealed interface TeamCommand extends AdministrationCommand {
    /// Which.
    TeamId team();
  }

  /// Founds a team.
  record AddTeam(TeamId team, String name) implements TeamCommand {}

  /// Gives a team another name.
  record RenameTeam(TeamId team, String name) implements TeamCommand {}

  /// Dissolves a team that nobody and nothing is in.
  record RemoveTeam(TeamId team) implements TeamCommand {}

  /// Puts an agent into a team.
  record Join(TeamId team, AgentId agent) implements TeamCommand {}

  /// Takes an agent out of a team.
  record Leave(TeamId team, AgentId agent) implements TeamCommand {}

  // ---- channels -----------------------------------------------------------------------------------------------

  /// About a channel.
  sealed interface ChannelCommand extends AdministrationCommand {
    /// Which.
    ChannelId channel();
  }

  /// Connects a channel.
  record AddChannel(ChannelId channel, ChannelKind kind, Connection connection, Credentials credentials)
      implements ChannelCommand {}

  /// How a channel is called, what its provider calls it, and whose queue it feeds.
  record Connection(String name, String account, Optional<TeamId> team) {}

  /// What a channel proves and is proved by. Never shown.
  record Credentials(String signingSecret, String verifyToken, String sendToken) {
    @Override
    public String toString() {
      return "Credentials[…]";
    }
  }

  /// Changes a channel.
  record ChangeChannel(ChannelId channel, ChannelChanges changes) implements ChannelCommand {}

  /// What to change of a channel.
  ///
  /// @param queue whose queue it feeds from now on
  record ChannelChanges(
      Optional<String> name,
      Optional<String> account,
      Optional<Queue> queue,
      Optional<String> verifyToken,
      Optional<String> sendToken) {
    @Override
    public String toString() {
      return "ChannelChanges[…]";
    }
  }

  /// A team's queue, or the one of no team.
  record Queue(Optional<TeamId> team) {}

  /// Disconnects a channel. Its conversations stay.
  record RemoveChannel(ChannelId channel) implements ChannelCommand {}

  /// Replaces the secret that webhooks are signed with; the old one counts a while longer.
  record RotateSecret(ChannelId channel, String signingSecret, Duration overlap) implements ChannelCommand {
    @Override
    public String toString() {
      return "RotateSecret[" + channel + "]";
    }
  }

  /// Has an agent told of what waits in a channel.
  record Subscribe(ChannelId channel, AgentId agent) implements ChannelCommand {}

  /// Has an agent told of it no more.
  record Unsubscribe(ChannelId channel, AgentId agent) implements ChannelCommand {}
}
