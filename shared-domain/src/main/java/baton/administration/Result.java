package baton.administration;

import baton.conversation.Answer;
import baton.conversation.Rejection;

/// How a wish ended.
public sealed interface Result {

  /// It was done, or was so already.
  record Done(Subject subject, boolean created) implements Result {}

  /// The same request was done before; this was its answer.
  record Repeated(Answer answer) implements Result {}

  /// It may not be done.
  record Refused(Rejection rejection) implements Result {}

  /// Writes what the client will be told, so that it can be kept in the effect's own transaction.
  @FunctionalInterface
  interface Writer {
    /// The answer to what was done.
    Answer answer(Done done);
  }
}
