package baton.inbox;

import baton.access.Placed;
import baton.channel.ChannelKind;
import baton.conversation.Conversation;
import baton.conversation.Seen;
import baton.conversation.Traffic.LastFrom;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.TeamId;
import java.time.Instant;
import java.util.Optional;

/// A conversation as a list shows it.
public record Row(
    ConversationId id,
    Status status,
    Optional<AgentId> assignee,
    Optional<AgentId> responsible,
    Optional<AgentId> lastAssignee,
    Optional<TeamId> team,
    ContactId contact,
    String contactName,
    ChannelId channel,
    ChannelKind channelKind,
    Instant statusSince,
    Optional<Instant> waitingSince,
    Instant lastAt,
    LastFrom lastFrom,
    String preview,
    boolean unread,
    int episode,
    long version,
    Seen seen)
    implements Placed {

  /// The row of a conversation.
  public static Row of(Conversation conversation) {
    var core = conversation.core();
    var traffic = core.traffic();
    return new Row(
        core.id(), conversation.status(), conversation.holder(), conversation.responsible(), core.lastAssignee(),
        core.team(), core.contact(), core.contactName(), core.channel(), core.channelKind(), conversation.since(),
        traffic.waitingSince(), traffic.lastAt(), traffic.lastFrom(), traffic.preview(), traffic.unread(),
        core.episode(), core.version(), traffic.seen());
  }
}
