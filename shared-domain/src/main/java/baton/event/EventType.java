package baton.event;

import java.util.Arrays;
import java.util.Optional;

/// What can happen. The words are a contract: see docs/events.md.
public enum EventType {
  CONVERSATION_OPENED("conversation.opened"),
  CONVERSATION_REOPENED("conversation.reopened"),
  CONVERSATION_ASSIGNED("conversation.assigned"),
  CONVERSATION_UNASSIGNED("conversation.unassigned"),
  CONVERSATION_TEAM_CHANGED("conversation.team_changed"),
  CONVERSATION_CLOSED("conversation.closed"),
  CONVERSATION_BLOCKED("conversation.blocked"),
  CONVERSATION_UNBLOCKED("conversation.unblocked"),
  MESSAGE_RECEIVED("message.received"),
  MESSAGE_SENT("message.sent"),
  CONTACT_PINNED("contact.pinned"),
  CONTACT_UNPINNED("contact.unpinned"),
  CONTACT_BLOCKED("contact.blocked"),
  CONTACT_UNBLOCKED("contact.unblocked"),
  WORKSPACE_CHANGED("workspace.changed"),
  AGENT_CHANGED("workspace.agent_changed"),
  TEAM_CHANGED("workspace.team_changed"),
  CHANNEL_CHANGED("workspace.channel_changed");

  private final String word;

  EventType(String word) {
    this.word = word;
  }

  /// The word in items, on the wire and in the API.
  public String word() {
    return word;
  }

  /// The type of that word, or none: a later release may have written it.
  public static Optional<EventType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }
}
