package baton.event;

import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One thing that happened, as it is logged, published and audited: the log line is the outbox entry.
///
/// @param stream whose log it stands in: a conversation's id, `contact:<id>` or `workspace`
/// @param version its number in that log, from 1 without a gap (a workspace's log is ordered by `id` and has 0)
/// @param id unique in the workspace, the same on every delivery
/// @param episode which opening of the conversation it belongs to; 0 where there is none
/// @param reason why, in one word: `self`, `manual`, `first_reply`; empty where it goes without saying
/// @param cause the event that led to it; empty when a person or a channel did
/// @param depth how many causes lie before it
/// @param from who or what had it before; empty where nobody
/// @param to who or what has it now; empty where nobody
/// @param data the little more that a reader needs; ≤ 300 B
public record Event(
    String id,
    EventType type,
    WorkspaceId workspace,
    String stream,
    Optional<ConversationId> conversation,
    Optional<ContactId> contact,
    Optional<ChannelId> channel,
    Optional<TeamId> team,
    int episode,
    long version,
    Instant occurredAt,
    Actor actor,
    String reason,
    String cause,
    int depth,
    String from,
    String to,
    Map<String, String> data) {

  public Event {
    data = Map.copyOf(data);
  }

  /// The id of a numbered event: its log and its number.
  public static String numbered(String stream, long version) {
    return "%s-%06d".formatted(stream.replace(':', '-'), version);
  }
}
