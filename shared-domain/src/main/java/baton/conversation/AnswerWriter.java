package baton.conversation;

/// Writes what the client will be told of an effect, so that it can be kept in the effect's own transaction.
@FunctionalInterface
public interface AnswerWriter {
  /// The answer to that outcome: [Outcome.Done] or [Outcome.ContactDone].
  Answer answer(Outcome done);
}
