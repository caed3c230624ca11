package baton.administration;

import baton.administration.AdministrationCommand.AddAgent;
import baton.administration.AdministrationCommand.AddChannel;
import baton.administration.AdministrationCommand.AddTeam;
import baton.administration.AdministrationCommand.ChangeAgent;
import baton.administration.AdministrationCommand.ChangeChannel;
import baton.administration.AdministrationCommand.ChangeSettings;
import baton.administration.AdministrationCommand.Declare;
import baton.administration.AdministrationCommand.Join;
import baton.administration.AdministrationCommand.Leave;
import baton.administration.AdministrationCommand.RemoveAgent;
import baton.administration.AdministrationCommand.RemoveChannel;
import baton.administration.AdministrationCommand.RemoveTeam;
import baton.administration.AdministrationCommand.RenameTeam;
import baton.administration.AdministrationCommand.RotateSecret;
import baton.administration.AdministrationCommand.Subscribe;
import baton.administration.AdministrationCommand.Unsubscribe;
import baton.agent.LoginName;
import baton.conversation.Conversations.AgentKey;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to read before a decision, beside the workspace and its tally.
///
/// @param emptied the team of which it must be known whether anything is in it
public record Wanted(
    Set<AgentId> agents,
    Set<TeamId> teams,
    Optional<TeamId> emptied,
    Set<LoginName> logins,
    Set<ChannelId> channels,
    Set<Subscription> subscriptions,
    Optional<AgentKey> key) {

  /// Who follows what.
  public record Subscription(ChannelId channel, AgentId agent) {}

  /// These agents, and nothing else.
  public static Wanted of(AgentId... agents) {
    return new Wanted(
        Set.of(agents), Set.of(), Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty());
  }

  /// What that wish of that agent looks at.
  static Wanted by(AdministrationCommand command, AgentId actor, Optional<AgentKey> key) {
    var wanted = switch (command) {
      case ChangeSettings _ -> of();
      case AddAgent(var agent, var person, var login) -> of(agent).teams(person.teams()).logins(login);
      case ChangeAgent(var agent, var changes) ->
          of(agent).teams(changes.teams().orElse(Set.of())).logins(changes.login());
      case RemoveAgent(var agent) -> of(agent);
      case Declare(var agent, var _) -> of(agent);
      case AddTeam(var team, var _) -> of().teams(Set.of(team));
      case RenameTeam(var team, var _) -> of().teams(Set.of(team));
      case RemoveTeam(var team) -> of().teams(Set.of(team)).emptied(team);
      case Join(var team, var agent) -> of(agent).teams(Set.of(team));
      case Leave(var team, var agent) -> of(agent).teams(Set.of(team));
      case AddChannel(var _, var _, var connection, var _) ->
          of().teams(connection.team().map(Set::of).orElse(Set.of()));
      case ChangeChannel(var channel, var changes) -> of().channel(channel)
          .teams(changes.queue().flatMap(AdministrationCommand.Queue::team).map(Set::of).orElse(Set.of()));
      case RemoveChannel(var channel) -> of().channel(channel);
      case RotateSecret(var channel, var _, var _) -> of().channel(channel);
      case Subscribe(var channel, var agent) -> of(agent).subscription(channel, agent);
      case Unsubscribe(var channel, var agent) -> of(agent).subscription(channel, agent);
    };
    return wanted.by(actor, key);
  }

  /// The same with these teams.
  public Wanted teams(Set<TeamId> more) {
    return new Wanted(agents, more, emptied, logins, channels, subscriptions, key);
  }

  /// The same with that channel.
  public Wanted channel(ChannelId channel) {
    return new Wanted(agents, teams, emptied, logins, Set.of(channel), subscriptions, key);
  }

  private Wanted emptied(TeamId team) {
    return new Wanted(agents, teams, Optional.of(team), logins, channels, subscriptions, key);
  }

  private Wanted logins(Optional<LoginName> login) {
    return new Wanted(
        agents, teams, emptied, login.map(Set::of).orElse(Set.of()), channels, subscriptions, key);
  }

  private Wanted subscription(ChannelId channel, AgentId agent) {
    return new Wanted(
        agents, teams, emptied, logins, Set.of(channel), Set.of(new Subscription(channel, agent)), key);
  }

  /// The same with that agent.
  public Wanted and(AgentId agent) {
    return by(agent, key);
  }

  private Wanted by(AgentId actor, Optional<AgentKey> agentKey) {
    var all = Stream.concat(agents.stream(), Stream.of(actor)).collect(Collectors.toSet());
    return new Wanted(all, teams, emptied, logins, channels, subscriptions, agentKey);
  }
}
