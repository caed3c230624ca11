package baton.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/// Again, a bounded number of times, after a lost race or half an answer: full jitter, so that racers do not meet
/// again.
///
/// @param most how many tries in all
/// @param within no further try begins later than that: who asks must be answered before their own time is out
/// @param random a number from 0 to the given bound
/// @param sleep how to wait
public record Attempts(
    int most,
    Duration within,
    Duration firstPause,
    Duration longestPause,
    InstantSource clock,
    LongUnaryOperator random,
    Sleep sleep) {

  /// How to wait.
  @FunctionalInterface
  public interface Sleep {
    /// Waits so long.
    void pause(Duration duration);
  }

  /// Five tries, 20 to 400 ms apart, all begun within two seconds.
  public static Attempts standard(InstantSource clock, LongUnaryOperator random, Sleep sleep) {
    return new Attempts(
        5, Duration.ofSeconds(2), Duration.ofMillis(20), Duration.ofMillis(400), clock, random, sleep);
  }

  /// The same, all begun within that time.
  public Attempts within(Duration time) {
    return new Attempts(most, time, firstPause, longestPause, clock, random, sleep);
  }

  /// The first answer that one of the tries gives.
  ///
  /// @throws Unavailable when none does in time
  public <T> T until(Supplier<Optional<T>> attempt) {
    var latest = clock.instant().plus(within);
    for (int i = 0; i < most; i++) {
      if (i > 0) {
        long bound = Math.min(longestPause.toMillis(), firstPause.toMillis() << i);
        sleep.pause(Duration.ofMillis(random.applyAsLong(bound)));
      }
      if (clock.instant().isAfter(latest)) {
        break;
      }
      var answer = attempt.get();
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new Unavailable("it did not succeed in %d tries and %s".formatted(most, within));
  }
}
