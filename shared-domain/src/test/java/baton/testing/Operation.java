package baton.testing;

import baton.agent.Availability;
import baton.contact.ContactCommand;
import baton.conversation.Caller;
import baton.conversation.ConversationCommand;
import baton.conversation.IncomingMessage;
import baton.id.AgentId;
import java.time.Duration;

/// One thing that can be done to an inbox from outside, as data: so that the same can be done to two of them.
public sealed interface Operation {

  /// An agent wishes something of a conversation.
  record Wish(ConversationCommand command, Caller caller) implements Operation {}

  /// An agent wishes something of a contact.
  record ContactWish(ContactCommand command, Caller caller) implements Operation {}

  /// A customer's message is delivered.
  record Arrives(IncomingMessage message) implements Operation {}

  /// An agent declares how they are.
  record Declares(AgentId agent, Availability availability) implements Operation {}

  /// Time passes.
  record Passes(Duration duration) implements Operation {}
}
