package baton.contact;

import baton.id.AgentId;
import baton.id.ContactId;

/// What an agent can wish of a contact.
public sealed interface ContactCommand {
  /// The contact it is about.
  ContactId contact();

  /// Wishes about to whom they come back: [Pinning] decides.
  sealed interface PinningCommand extends ContactCommand {}

  /// Wishes about whether they are heard: [Blocking] decides.
  sealed interface BlockingCommand extends ContactCommand {}

  /// They always come back to that agent.
  record Pin(ContactId contact, AgentId to) implements PinningCommand {}

  /// They come back to the queue.
  record Unpin(ContactId contact) implements PinningCommand {}

  /// Nobody hears of them any more.
  record Block(ContactId contact) implements BlockingCommand {}

  /// They are heard again.
  record Unblock(ContactId contact) implements BlockingCommand {}
}
