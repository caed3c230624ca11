package baton.local.source;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/// Does something again and again on a thread of its own; what fails is told and done again.
final class Repeating implements AutoCloseable {

  private static final Duration AFTER_A_FAILURE = Duration.ofMillis(500);

  private static final Duration TO_FINISH = Duration.ofSeconds(3);

  private final Thread thread;
  private final ReentrantLock working = new ReentrantLock();
  private volatile boolean stopped;

  private Repeating(String name, Callable<Duration> step) {
    this.thread = Thread.ofVirtual().name(name).unstarted(() -> repeat(name, step));
  }

  /// Starts; each step says how long to wait before the next one.
  static Repeating start(String name, Callable<Duration> step) {
    var repeating = new Repeating(name, step);
    repeating.thread.start();
    return repeating;
  }

  /// Begins no further step.
  void stop() {
    stopped = true;
  }

  /// Lets the step that is under way finish, for a while: a function that is cut off would do it all again.
  @Override
  public void close() {
    stop();
    try {
      var finished = working.tryLock(TO_FINISH.toMillis(), MILLISECONDS);
      thread.interrupt();
      if (finished) {
        working.unlock();
      }
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException _) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void repeat(String name, Callable<Duration> step) {
    while (!stopped) {
      try {
        Thread.sleep(once(name, step));
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private Duration once(String name, Callable<Duration> step) throws InterruptedException {
    working.lockInterruptibly();
    try {
      return stopped ? Duration.ZERO : step.call();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      if (!stopped) {
        System.err.println(name + ": " + e);
      }
      return AFTER_A_FAILURE;
    } finally {
      working.unlock();
    }
  }
}
