package baton.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When an open conversation counts as forgotten.
///
/// @param idleAfter without a message and without a move; zero: never
public record ClosingPolicy(Duration idleAfter) {

  // The limit may be set or shortened at any time, and reaches what is open by then at the next look.
  private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofDays(1);

  private static final Duration SHORTEST_WHILE_AWAITED = Duration.ofHours(1);

  /// When one that was last touched then is due to be closed.
  public Optional<Instant> dueAfter(Instant lastTouched) {
    return idleAfter.isZero() ? Optional.empty() : Optional.of(lastTouched.plus(idleAfter));
  }

  /// When to look again whether one that was last touched then lies still.
  public Instant nextLook(Instant lastTouched, Instant now) {
    var latest = now.plus(LONGEST_BETWEEN_LOOKS);
    return dueAfter(lastTouched).filter(due -> due.isBefore(latest)).orElse(latest);
  }

  /// When to look again at one that somebody has to answer first: not every minute, however short the limit.
  public Instant whileAwaited(Instant now) {
    var soonest = now.plus(SHORTEST_WHILE_AWAITED);
    var next = nextLook(now, now);
    return next.isBefore(soonest) ? soonest : next;
  }
}
