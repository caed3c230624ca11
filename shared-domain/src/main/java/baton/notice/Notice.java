package baton.notice;

import baton.event.Event;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One thing said to some agents, once.
///
/// @param id of event and kind: the same whenever it is said again, so that every reader can drop repeats
/// @param version of the event; of a message, that of the conversation which it found. The highest has the last word
/// @param title one short line; no message text
/// @param shared whether it is said to a channel's subscribers rather than to a person
public record Notice(
    String id,
    Kind kind,
    WorkspaceId workspace,
    Optional<ConversationId> conversation,
    Optional<ContactId> contact,
    Optional<ChannelId> channel,
    long version,
    Instant at,
    List<AgentId> recipients,
    String title,
    boolean shared) {

  /// What it is about.
  public enum Kind {
    /// It is yours now.
    ASSIGNED,
    /// It is not yours any more.
    MOVED,
    /// Somebody took what you were told of: forget it.
    TAKEN,
    /// It waits, and nobody has it.
    WAITING,
    /// A customer wrote.
    MESSAGE,
    /// Somebody closed yours.
    CLOSED,
    /// Somebody began again what you had last.
    REOPENED,
    /// A contact comes back to you from now on.
    PINNED,
    /// A contact does not come back to you any more.
    UNPINNED;

    /// The word in JSON, items and SNS attributes: `assigned`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that word, or none.
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  public Notice {
    recipients = List.copyOf(recipients);
  }

  /// The id of what this event says in that kind.
  public static String idOf(Event event, Kind kind) {
    return event.id() + "-" + kind.word();
  }
}
