package baton.contact;

import baton.id.AgentId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A customer.
///
/// @param name as agents see it
/// @param originalName as the channel last gave it
/// @param phone E.164, where a channel gave one; else empty
/// @param pinnedTo the agent to whom they always come back
/// @param conversations one for each channel account they wrote to, at most [#MOST_CONVERSATIONS]
/// @param version how many events they have had
public record Contact(
    ContactId id,
    WorkspaceId workspace,
    String name,
    String originalName,
    String phone,
    Optional<AgentId> pinnedTo,
    Optional<Instant> pinnedAt,
    boolean blocked,
    List<ConversationId> conversations,
    long version) {

  /// With more, blocking would not fit into one transaction.
  public static final int MOST_CONVERSATIONS = 30;

  public Contact {
    conversations = List.copyOf(conversations);
  }

  /// Somebody who wrote for the first time.
  public static Contact met(ContactId id, WorkspaceId workspace, String name, String phone, ConversationId by) {
    return new Contact(id, workspace, name, name, phone, Optional.empty(), Optional.empty(), false, List.of(by), 0);
  }

  /// Whether that conversation is theirs or may become so.
  public boolean takes(ConversationId conversation) {
    return conversations.contains(conversation) || conversations.size() < MOST_CONVERSATIONS;
  }

  /// The same, also met in that conversation.
  public Contact alsoIn(ConversationId conversation) {
    if (conversations.contains(conversation)) {
      return this;
    }
    var all = new ArrayList<>(conversations);
    all.add(conversation);
    return new Contact(id, workspace, name, originalName, phone, pinnedTo, pinnedAt, blocked, all, version);
  }

  /// The same, as the channel names them now. A name that an agent gave stays.
  public Contact called(String channelName) {
    boolean renamed = !name.equals(originalName);
    return new Contact(id, workspace, renamed ? name : channelName, channelName, phone, pinnedTo, pinnedAt, blocked,
        conversations, version);
  }

  /// After that event.
  public Contact after(ContactEvent event, Instant at) {
    return switch (event) {
      case ContactEvent.Pinned(var _, var to) -> pinned(Optional.of(to), Optional.of(at));
      case ContactEvent.Unpinned _ -> pinned(Optional.empty(), Optional.empty());
      case ContactEvent.Blocked _ -> blocked(true);
      case ContactEvent.Unblocked _ -> blocked(false);
    };
  }

  private Contact pinned(Optional<AgentId> to, Optional<Instant> at) {
    return new Contact(id, workspace, name, originalName, phone, to, at, blocked, conversations, version + 1);
  }

  private Contact blocked(boolean now) {
    return new Contact(id, workspace, name, originalName, phone, pinnedTo, pinnedAt, now, conversations, version + 1);
  }
}
