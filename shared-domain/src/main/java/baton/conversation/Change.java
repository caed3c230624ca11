package baton.conversation;

import baton.contact.Contact;
import baton.event.Event;
import baton.event.EventType;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// All that one decision writes, in one transaction or not at all.
///
/// @param request names the command that made it, so that a retry knows its own work
/// @param moves a conversation each; more than one only when a contact is blocked or unblocked
/// @param reply the message, where the decision was to send one
/// @param guardTraffic whether a message that came since the load makes it lose the race
/// @param remembered the answer that a repeated request gets
public record Change(
    WorkspaceId workspace,
    String request,
    Instant at,
    List<Move> moves,
    Optional<ContactMove> contact,
    Optional<OutgoingMessage> reply,
    boolean guardTraffic,
    Optional<Remembered> remembered) {

  /// A conversation before and after.
  public record Move(Optional<Conversation> before, Conversation after, List<Event> events) {}

  /// A contact before and after.
  public record ContactMove(Optional<Contact> before, Contact after, List<Event> events) {}

  /// How many more conversations an agent holds than before, or fewer.
  ///
  /// @param guard what must still hold of them
  public record Count(AgentId agent, int more, Guard guard) {}

  /// What must still hold of an agent at the moment of the writing.
  public enum Guard {
    /// Nothing: whoever they are, they hold less.
    NONE,
    /// Chosen by a person: their account is active.
    ACTIVE,
    /// Chosen by Baton itself: they are also available and have room.
    ELIGIBLE
  }

  /// What becomes of the agents' counters. One agent may gain and lose in the same change: what counts is the sum.
  public List<Count> counts() {
    var sums = new LinkedHashMap<AgentId, Integer>();
    for (var move : moves) {
      move.before().flatMap(Conversation::holder).ifPresent(agent -> sums.merge(agent, -1, Integer::sum));
      move.after().holder().ifPresent(agent -> sums.merge(agent, 1, Integer::sum));
    }
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue() != 0)
        .map(sum -> new Count(sum.getKey(), sum.getValue(), sum.getValue() > 0 ? guard(sum.getKey()) : Guard.NONE))
        .toList();
  }

  private Guard guard(AgentId agent) {
    boolean automatic = moves.stream()
        .flatMap(move -> move.events().stream())
        .filter(event -> event.type() == EventType.CONVERSATION_ASSIGNED && event.to().equals(agent.value()))
        .anyMatch(event -> Reason.isAutomatic(event.reason()));
    return automatic ? Guard.ELIGIBLE : Guard.ACTIVE;
  }

  /// An answer kept under the client's idempotency key.
  public record Remembered(AgentId agent, IdempotencyKey key, Answer answer) {}
}
