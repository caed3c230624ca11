package baton.conversation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/// Again, a bounded number of times, after a lost race or half an answer: full jitter, so that racers do not meet
/// again.
///
/// @param most how many tries in all
/// @param random a number from 0 to the given bound
/// @param sleep how to wait
public record Attempts(int most, Duration firstPause, Duration longestPause, LongUnaryOperator random, Sleep sleep) {

  /// How to wait.
  @FunctionalInterface
  public interface Sleep {
    /// Waits so long.
    void pause(Duration duration);
  }

  /// Five tries, 20 to 400 ms apart: less than 2.5 s in all.
  public static Attempts standard(LongUnaryOperator random, Sleep sleep) {
    return new Attempts(5, Duration.ofMillis(20), Duration.ofMillis(400), random, sleep);
  }

  /// The first answer that one of the tries gives.
  ///
  /// @throws Unavailable when none does
  public <T> T until(Supplier<Optional<T>> attempt) {
    for (int i = 0; i < most; i++) {
      if (i > 0) {
        long bound = Math.min(longestPause.toMillis(), firstPause.toMillis() << i);
        sleep.pause(Duration.ofMillis(random.applyAsLong(bound)));
      }
      var answer = attempt.get();
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new Unavailable("it did not succeed in " + most + " tries");
  }
}
