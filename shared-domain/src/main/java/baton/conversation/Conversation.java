package baton.conversation;

import baton.access.Placed;
import baton.channel.ChannelKind;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.message.MessageKey;
import java.time.Instant;
import java.util.Optional;

/// All that one person and one of our channel accounts ever say to each other. It lives as long as that pair; each
/// opening is an episode. Its state is its type.
public sealed interface Conversation extends Placed {
  /// What every state has.
  Core core();

  /// When this state began.
  Instant since();

  /// Open, and nobody has it: it stands in a queue.
  record Unassigned(Core core, Instant since) implements Conversation {
    @Override
    public Status status() {
      return Status.UNASSIGNED;
    }

    @Override
    public Optional<AgentId> responsible() {
      return Optional.empty();
    }
  }

  /// Open, and one agent has it.
  record Assigned(Core core, AgentId assignee, Instant since) implements Conversation {
    @Override
    public Status status() {
      return Status.ASSIGNED;
    }

    @Override
    public Optional<AgentId> responsible() {
      return Optional.of(assignee);
    }
  }

  /// Done.
  ///
  /// @param owner who had it when it was closed
  record Closed(Core core, Optional<AgentId> owner, Instant since) implements Conversation {
    @Override
    public Status status() {
      return Status.CLOSED;
    }

    @Override
    public Optional<AgentId> responsible() {
      return owner;
    }
  }

  /// Its contact is blocked: in no queue and no inbox.
  ///
  /// @param wasClosed whether it goes back to Closed when the contact is unblocked, or to the queue
  /// @param owner who had it when it was closed
  record Blocked(Core core, boolean wasClosed, Optional<AgentId> owner, Instant since) implements Conversation {
    @Override
    public Status status() {
      return Status.BLOCKED;
    }

    @Override
    public Optional<AgentId> responsible() {
      return Optional.empty();
    }
  }

  /// What every state has.
  ///
  /// @param contactName as it is shown
  /// @param address where a reply is sent
  /// @param lastAssignee who had it last, also after it was returned or closed
  /// @param episode which opening this is, from 1
  /// @param openedAt when this episode began
  /// @param openedBy the message that began this episode; none where an agent began it
  /// @param idleCheckAt when the clean-up looks whether it lies still
  /// @param version how many events it has had
  /// @param lastRequest the request that made the last move: how a retry knows its own work
  record Core(
      WorkspaceId workspace,
      ConversationId id,
      ChannelId channel,
      ChannelKind channelKind,
      ContactId contact,
      String contactName,
      String address,
      Optional<TeamId> team,
      Optional<AgentId> lastAssignee,
      int episode,
      Instant openedAt,
      Optional<MessageKey> openedBy,
      Optional<Instant> idleCheckAt,
      long version,
      String lastRequest,
      Traffic traffic) {

    Core numbered(long newVersion) {
      return new Core(workspace, id, channel, channelKind, contact, contactName, address, team, lastAssignee, episode,
          openedAt, openedBy, idleCheckAt, newVersion, lastRequest, traffic);
    }

    Core in(Optional<TeamId> newTeam) {
      return new Core(workspace, id, channel, channelKind, contact, contactName, address, newTeam, lastAssignee,
          episode, openedAt, openedBy, idleCheckAt, version, lastRequest, traffic);
    }

    Core heldBy(AgentId agent) {
      return new Core(workspace, id, channel, channelKind, contact, contactName, address, team, Optional.of(agent),
          episode, openedAt, openedBy, idleCheckAt, version, lastRequest, traffic);
    }

    Core begun(int newEpisode, Instant at, Optional<MessageKey> by, Optional<Instant> checkAt) {
      return new Core(workspace, id, channel, channelKind, contact, contactName, address, team, lastAssignee,
          newEpisode, at, by, checkAt, version, lastRequest, traffic);
    }

    Core checkedAt(Optional<Instant> checkAt) {
      return begun(episode, openedAt, openedBy, checkAt);
    }

    /// The same with other traffic.
    public Core with(Traffic newTraffic) {
      return new Core(workspace, id, channel, channelKind, contact, contactName, address, team, lastAssignee, episode,
          openedAt, openedBy, idleCheckAt, version, lastRequest, newTraffic);
    }

    /// The same, last moved by that request.
    public Core movedBy(String request) {
      return new Core(workspace, id, channel, channelKind, contact, contactName, address, team, lastAssignee, episode,
          openedAt, openedBy, idleCheckAt, version, request, traffic);
    }
  }

  /// Its name.
  default ConversationId id() {
    return core().id();
  }

  /// How many events it has had.
  default long version() {
    return core().version();
  }

  @Override
  default Optional<TeamId> team() {
    return core().team();
  }

  /// The agent who has it now; nobody unless it is assigned.
  default Optional<AgentId> holder() {
    return this instanceof Assigned assigned ? Optional.of(assigned.assignee()) : Optional.empty();
  }

  /// Whether somebody still has to do something about it.
  default boolean isOpen() {
    return switch (this) {
      case Unassigned _, Assigned _ -> true;
      case Closed _, Blocked _ -> false;
    };
  }

  /// The same state around another core.
  default Conversation with(Core core) {
    return switch (this) {
      case Unassigned(var _, var since) -> new Unassigned(core, since);
      case Assigned(var _, var assignee, var since) -> new Assigned(core, assignee, since);
      case Closed(var _, var owner, var since) -> new Closed(core, owner, since);
      case Blocked(var _, var wasClosed, var owner, var since) -> new Blocked(core, wasClosed, owner, since);
    };
  }
}
