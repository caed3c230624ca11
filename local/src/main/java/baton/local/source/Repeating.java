package baton.local.source;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Does something again and again on a thread of its own; what fails is told and done again.
final class Repeating implements AutoCloseable {

  private static final Duration AFTER_A_FAILURE = Duration.ofMillis(500);

  private final Thread thread;
  private volatile boolean closed;

  private Repeating(String name, Callable<Duration> step) {
    this.thread = Thread.ofVirtual().name(name).unstarted(() -> repeat(name, step));
  }

  /// Starts; each step says how long to wait before the next one.
  static Repeating start(String name, Callable<Duration> step) {
    var repeating = new Repeating(name, step);
    repeating.thread.start();
    return repeating;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void repeat(String name, Callable<Duration> step) {
    while (!closed) {
      try {
        Thread.sleep(once(name, step));
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private Duration once(String name, Callable<Duration> step) throws InterruptedException {
    try {
      return step.call();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      if (!closed) {
        System.err.println(name + ": " + e);
      }
      return AFTER_A_FAILURE;
    }
  }
}
