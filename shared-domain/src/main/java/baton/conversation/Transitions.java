package baton.conversation;

import baton.conversation.Conversation.Core;
import baton.event.Actor;
import baton.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How events change a conversation. State is what its events made of it: nothing else moves it.
public final class Transitions {
  private Transitions() {}

  /// A conversation and the log lines that led to it.
  public record Moved(Conversation after, List<Event> events) {}

  /// These events, one after the other, all by one actor.
  public static Moved apply(Conversation before, List<ConversationEvent> events, Actor actor, Instant at) {
    return apply(before, events, _ -> actor, at);
  }

  /// These events, one after the other.
  public static Moved apply(
      Conversation before, List<ConversationEvent> events, Function<ConversationEvent, Actor> actor, Instant at) {
    var log = new ArrayList<Event>();
    var now = before;
    for (var event : events) {
      now = apply(now, event, at);
      log.add(event.logged(now, actor.apply(event), log.isEmpty() ? "" : log.getFirst().id(), at));
    }
    return new Moved(now, List.copyOf(log));
  }

  /// One event.
  public static Conversation apply(Conversation before, ConversationEvent event, Instant at) {
    Core core = before.core().numbered(before.version() + 1);
    return switch (event) {
      case ConversationEvent.Opened(var by, var idleCheckAt) ->
          new Conversation.Unassigned(core.begun(1, at, Optional.of(by), Optional.of(idleCheckAt)), at);
      case ConversationEvent.Reopened(var by, var _, var idleCheckAt) ->
          new Conversation.Unassigned(core.begun(core.episode() + 1, at, by, Optional.of(idleCheckAt)), at);
      case ConversationEvent.Assigned(var _, var to, var _) -> new Conversation.Assigned(core.heldBy(to), to, at);
      case ConversationEvent.Unassigned(var _, var reason) when reason == Reason.CONTACT_BLOCKED -> hidden(core, at);
      case ConversationEvent.Unassigned _ -> new Conversation.Unassigned(core, at);
      // Whoever enters another queue begins to wait there; a holder who keeps it has had it all along.
      case ConversationEvent.TeamChanged(var _, var to) -> before instanceof Conversation.Unassigned
          ? new Conversation.Unassigned(core.in(to), at)
          : before.with(core.in(to));
      case ConversationEvent.Closed(var owner, var _) ->
          new Conversation.Closed(core.checkedAt(Optional.empty()).with(core.traffic().ended()), owner, at);
      case ConversationEvent.Blocked _ -> before instanceof Conversation.Closed closed
          ? new Conversation.Blocked(core, true, closed.owner(), at)
          : hidden(core, at);
      case ConversationEvent.Unblocked(var idleCheckAt) ->
          before instanceof Conversation.Blocked(var _, var wasClosed, var owner, var _) && wasClosed
              ? new Conversation.Closed(core, owner, at)
              : new Conversation.Unassigned(core.checkedAt(Optional.of(idleCheckAt)), at);
    };
  }

  private static Conversation hidden(Core core, Instant at) {
    return new Conversation.Blocked(core.checkedAt(Optional.empty()), false, Optional.empty(), at);
  }
}
