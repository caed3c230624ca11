package baton.administration;

import baton.administration.Edit.Part;
import baton.conversation.Rejection;
import java.util.List;
import java.util.Optional;

/// The answer to a wish.
public sealed interface Verdict {

  /// It is done.
  ///
  /// @param said what is logged
  record Accepted(List<Part> parts, Optional<Said> said, Subject subject, boolean created) implements Verdict {}

  /// It is so already; a retry must succeed.
  record Unchanged(Subject subject) implements Verdict {}

  /// It may not be done, and nothing is stored.
  record Refused(Rejection rejection) implements Verdict {}

  /// Something changed.
  static Verdict changed(List<Part> parts, Said said, Subject subject) {
    return new Accepted(List.copyOf(parts), Optional.of(said), subject, false);
  }

  /// Something new.
  static Verdict created(List<Part> parts, Said said, Subject subject) {
    return new Accepted(List.copyOf(parts), Optional.of(said), subject, true);
  }

  /// It may not be done, because of that.
  static Verdict refused(Rejection rejection) {
    return new Refused(rejection);
  }
}
