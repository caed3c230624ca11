package baton.conversation;

import baton.contact.Contact;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import java.time.Instant;
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

  /// An answer kept under the client's idempotency key.
  public record Remembered(AgentId agent, IdempotencyKey key, Answer answer) {}
}
