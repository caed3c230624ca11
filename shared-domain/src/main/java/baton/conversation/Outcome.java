package baton.conversation;

import baton.agent.Eligibility;
import baton.contact.Contact;
import baton.message.MessageKey;
import java.util.List;
import java.util.Optional;

/// How a command ended.
public sealed interface Outcome {

  /// It was done, or was so already.
  ///
  /// @param changed whether anything was written
  /// @param reply the key of the message that it sent
  record Done(
      Conversation conversation, boolean changed, List<Eligibility.Soft> warnings, Optional<MessageKey> reply)
      implements Outcome {}

  /// It was done to a contact, or was so already.
  record ContactDone(Contact contact, boolean changed) implements Outcome {}

  /// The same request was done before; this was its answer.
  record Repeated(Answer answer) implements Outcome {}

  /// It may not be done.
  record Refused(Rejection rejection) implements Outcome {}
}
