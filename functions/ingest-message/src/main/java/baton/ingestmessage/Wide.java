package baton.ingestmessage;

import baton.conversation.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Many writes at once, but not too many, and not for too long: what is not done by then is answered 503, and the
/// provider's repetition finishes it.
final class Wide {
  private static final int WIDTH = 16;

  // Virtual threads hold nothing open, so a snapshot of the function may contain this.
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private final long until;
  private final Semaphore room = new Semaphore(WIDTH);

  /// For that long.
  Wide(Duration longest) {
    until = System.nanoTime() + longest.toNanos();
  }

  /// All of them. Every one is awaited, so that nothing goes on after the answer.
  void run(List<Runnable> work) {
    if (work.size() == 1) {
      work.getFirst().run();
      return;
    }
    List<Future<?>> running = new ArrayList<>();
    for (var task : work) {
      running.add(THREADS.submit(() -> inRoom(task)));
    }
    RuntimeException first = null;
    for (var future : running) {
      try {
        await(future);
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /// These, one after the other, as one.
  Runnable inTurn(List<Runnable> steps) {
    return () -> steps.forEach(this::inTime);
  }

  private void inRoom(Runnable task) {
    room.acquireUninterruptibly();
    try {
      inTime(task);
    } finally {
      room.release();
    }
  }

  private void inTime(Runnable task) {
    if (System.nanoTime() > until) {
      throw new Unavailable("there was no time left for all of it");
    }
    task.run();
  }

  private static void await(Future<?> future) {
    try {
      future.get(1, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw new IllegalStateException(e.getCause());
      }
    } catch (TimeoutException | InterruptedException e) {
      throw new Unavailable("interrupted", e);
    }
  }
}
