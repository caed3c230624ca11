package baton.conversation;

import baton.event.Actor;
import baton.event.Event;
import baton.event.EventType;
import baton.id.AgentId;
import baton.id.TeamId;
import baton.message.MessageKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What can happen to a conversation. Each raises its version by one and is one line of its log.
public sealed interface ConversationEvent {

  /// A customer wrote for the first time.
  ///
  /// @param by the message
  record Opened(MessageKey by, Instant idleCheckAt) implements ConversationEvent {}

  /// A closed one began again.
  ///
  /// @param by the message; none where an agent began it again
  /// @param last who had it when it was closed
  record Reopened(Optional<MessageKey> by, Optional<AgentId> last, Instant idleCheckAt)
      implements ConversationEvent {}

  /// Somebody has it now.
  record Assigned(Optional<AgentId> from, AgentId to, Reason reason) implements ConversationEvent {}

  /// Nobody has it any more.
  record Unassigned(AgentId from, Reason reason) implements ConversationEvent {}

  /// It belongs to another queue.
  record TeamChanged(Optional<TeamId> from, Optional<TeamId> to) implements ConversationEvent {}

  /// It is done.
  ///
  /// @param reason `idle` when the clean-up closed it
  record Closed(Optional<AgentId> owner, Optional<Reason> reason) implements ConversationEvent {}

  /// It went out of sight with its contact, and nobody had it.
  record Blocked() implements ConversationEvent {}

  /// It came back into sight with its contact.
  record Unblocked(Instant idleCheckAt) implements ConversationEvent {}

  /// The log line of this event.
  ///
  /// @param after the conversation as this event left it
  /// @param cause the earlier event of the same decision that led to this one; empty for the first
  default Event logged(Conversation after, Actor actor, String cause, Instant at) {
    var core = after.core();
    var what = switch (this) {
      case Opened _ -> line(EventType.CONVERSATION_OPENED, "", "", "");
      case Reopened(var _, var last, var _) ->
          line(EventType.CONVERSATION_REOPENED, "", last.map(AgentId::value).orElse(""), "");
      case Assigned(var from, var to, var reason) ->
          line(EventType.CONVERSATION_ASSIGNED, reason.word(), from.map(AgentId::value).orElse(""), to.value());
      case Unassigned(var from, var reason) ->
          line(EventType.CONVERSATION_UNASSIGNED, reason.word(), from.value(), "");
      case TeamChanged(var from, var to) ->
          line(EventType.CONVERSATION_TEAM_CHANGED, "", from.map(TeamId::value).orElse(""),
              to.map(TeamId::value).orElse(""));
      case Closed(var owner, var reason) ->
          line(EventType.CONVERSATION_CLOSED, reason.map(Reason::word).orElse(""),
              owner.map(AgentId::value).orElse(""), "");
      case Blocked _ -> line(EventType.CONVERSATION_BLOCKED, Reason.CONTACT_BLOCKED.word(), "", "");
      case Unblocked _ -> line(EventType.CONVERSATION_UNBLOCKED, "", "", "");
    };
    return new Event(
        Event.numbered(core.id().value(), after.version()), what.type(), core.workspace(), core.id().value(),
        Optional.of(core.id()), Optional.of(core.contact()), Optional.of(core.channel()), core.team(), core.episode(),
        after.version(), at, actor, what.reason(), cause, cause.isEmpty() ? 0 : 1, what.from(), what.to(), Map.of());
  }

  private static Line line(EventType type, String reason, String from, String to) {
    return new Line(type, reason, from, to);
  }

  /// The words of a log line that differ from event to event.
  record Line(EventType type, String reason, String from, String to) {}
}
