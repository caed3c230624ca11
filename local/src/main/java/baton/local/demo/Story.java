package baton.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Steps that are told as they are played; the first that does not hold ends the story.
final class Story {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final PrintStream out;
  private int steps;

  Story(PrintStream out) {
    this.out = out;
  }

  /// A step did not hold.
  static final class DoesNotHold extends RuntimeException {
    private static final long serialVersionUID = 1;

    DoesNotHold(String what) {
      super(what);
    }
  }

  /// The next step.
  void step(String what) {
    out.printf("%n%2d. %s%n", ++steps, what);
  }

  /// Something that was seen.
  void seen(String what) {
    out.println("    " + what);
  }

  /// This must hold.
  void holds(String what, boolean does) {
    if (!does) {
      throw new DoesNotHold(what);
    }
    seen("✓ " + what);
  }

  /// This must come to hold within half a minute.
  <T> T comes(String what, Supplier<Optional<T>> look) {
    long until = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (System.nanoTime() < until) {
      var found = look.get();
      if (found.isPresent()) {
        seen("✓ " + what);
        return found.get();
      }
      pause();
    }
    throw new DoesNotHold(what + " (waited " + LONGEST_WAIT.toSeconds() + " s)");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DoesNotHold("interrupted");
    }
  }
}
