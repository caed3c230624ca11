package baton.administration;

import baton.agent.Availability;
import baton.agent.Enrolled;
import baton.agent.LoginName;
import baton.agent.Team;
import baton.channel.Registered;
import baton.conversation.Change.Remembered;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that one decision writes, in one transaction or not at all.
///
/// @param event what is logged of it; declaring one's availability leaves no trace
/// @param remembered the answer that a repeated request gets
public record Edit(
    WorkspaceId workspace, Instant at, List<Part> parts, Optional<Event> event, Optional<Remembered> remembered) {

  /// What taking on the first agent of all writes.
  public static List<Part> enrolling(Enrolled first) {
    var agent = first.agent();
    return Stream.<Part>concat(
            Stream.of(new AgentPart(Optional.empty(), first)),
            first.login().stream().map(login -> new LoginPart(login, agent.id(), agent.isActive())))
        .toList();
  }

  /// One thing written. What has a `before` is written only if its version is still that one.
  public sealed interface Part {}

  /// The settings.
  public record SettingsPart(Versioned<Workspace> before, Workspace after) implements Part {}

  /// The tally.
  public record TallyPart(Versioned<Tally> before, Tally after) implements Part {}

  /// An agent, new or changed; never their availability or how many conversations they hold.
  public record AgentPart(Optional<Versioned<Enrolled>> before, Enrolled after) implements Part {}

  /// An agent let go, if they still hold as many conversations as before.
  public record AgentGone(Versioned<Enrolled> before, Enrolled after) implements Part {}

  /// An agent's availability, if they are active.
  public record AvailabilityPart(AgentId agent, Availability availability) implements Part {}

  /// That this login is this agent's from now on, unless it is another's.
  public record LoginPart(LoginName login, AgentId agent, boolean active) implements Part {}

  /// Whether this agent may come in by their login; it stays as old as it is.
  public record LoginSwitch(LoginName login, AgentId agent, boolean active) implements Part {}

  /// That this login is nobody's any more.
  public record LoginGone(LoginName login, AgentId agent) implements Part {}

  /// A team, new or changed.
  public record TeamPart(Optional<Versioned<Team>> before, Team after) implements Part {}

  /// A team dissolved. Its queue stays readable: something that was closed or held may come back to it.
  public record TeamGone(Versioned<Team> before) implements Part {}

  /// That an agent is in a team: the team's side of it.
  ///
  /// @param counted whether the team itself is not written in this edit, so that its version must be raised here
  public record MemberPart(TeamId team, AgentId agent, boolean counted) implements Part {}

  /// That an agent is in a team no more.
  public record MemberGone(TeamId team, AgentId agent, boolean counted) implements Part {}

  /// A channel, new or changed.
  public record ChannelPart(Optional<Versioned<Registered>> before, Registered after) implements Part {}

  /// That an agent follows a channel: the channel's side and the agent's.
  public record SubscriptionPart(ChannelId channel, AgentId agent) implements Part {}

  /// That an agent follows a channel no more.
  public record SubscriptionGone(ChannelId channel, AgentId agent) implements Part {}
}
