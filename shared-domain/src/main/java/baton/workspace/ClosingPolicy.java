package baton.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When an open conversation counts as forgotten.
///
/// @param idleAfter without a message and without a move; zero: never
public record ClosingPolicy(Duration idleAfter) {

  /// When one that was last touched then is due to be closed.
  public Optional<Instant> dueAfter(Instant lastTouched) {
    return idleAfter.isZero() ? Optional.empty() : Optional.of(lastTouched.plus(idleAfter));
  }
}
