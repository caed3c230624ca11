package baton.conversation;

import baton.agent.Eligibility;
import java.util.List;

/// The answer to a command.
///
/// @param <E> what can happen
public sealed interface Decision<E> {

  /// It happens. An accepted reply may have no event: it is a message.
  record Accepted<E>(List<E> events, List<Eligibility.Soft> warnings) implements Decision<E> {}

  /// It is so already; a retry must succeed.
  record Unchanged<E>() implements Decision<E> {}

  /// It may not happen, and nothing is stored.
  record Refused<E>(Rejection rejection) implements Decision<E> {}

  /// These things happen, in this order.
  static <E> Decision<E> accept(List<E> events) {
    return new Accepted<>(List.copyOf(events), List.of());
  }

  /// It is so already.
  static <E> Decision<E> unchanged() {
    return new Unchanged<>();
  }

  /// It may not happen, because of that.
  static <E> Decision<E> refuse(Rejection rejection) {
    return new Refused<>(rejection);
  }
}
