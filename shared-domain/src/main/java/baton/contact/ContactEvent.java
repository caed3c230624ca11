package baton.contact;

import baton.event.Actor;
import baton.event.Event;
import baton.event.EventType;
import baton.id.AgentId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What can happen to a contact.
public sealed interface ContactEvent {

  /// They always come back to that agent.
  record Pinned(Optional<AgentId> from, AgentId to) implements ContactEvent {}

  /// They come back to the queue.
  record Unpinned(AgentId from) implements ContactEvent {}

  /// Nobody hears of them any more.
  record Blocked() implements ContactEvent {}

  /// They are heard again.
  record Unblocked() implements ContactEvent {}

  /// The log line of this event.
  ///
  /// @param after the contact as this event left it
  default Event logged(Contact after, Actor actor, Instant at) {
    String stream = "contact:" + after.id();
    var type = switch (this) {
      case Pinned _ -> EventType.CONTACT_PINNED;
      case Unpinned _ -> EventType.CONTACT_UNPINNED;
      case Blocked _ -> EventType.CONTACT_BLOCKED;
      case Unblocked _ -> EventType.CONTACT_UNBLOCKED;
    };
    String from = switch (this) {
      case Pinned(var previous, var _) -> previous.map(AgentId::value).orElse("");
      case Unpinned(var previous) -> previous.value();
      case Blocked _, Unblocked _ -> "";
    };
    String to = this instanceof Pinned(var _, var owner) ? owner.value() : "";
    return new Event(
        Event.numbered(stream, after.version()), type, after.workspace(), stream, Optional.empty(),
        Optional.of(after.id()), Optional.empty(), Optional.empty(), 0, after.version(), at, actor, "", "", 0, from, to,
        Map.of("name", baton.message.Text.clip(after.name(), 80)));
  }
}
