package baton.local;

import java.util.ArrayDeque;
import java.util.Deque;

/// What has been started so far; closed in the opposite order, each part even if another one cannot be.
final class Parts implements AutoCloseable {

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean closed;

  /// Adds a part; one that is here already is closed as if it had been started last.
  <T extends AutoCloseable> T add(T part) {
    started.remove(part);
    started.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (var part : started) {
      try {
        part.close();
      } catch (Exception e) {
        System.err.println("Closing " + part.getClass().getSimpleName() + ": " + e);
      }
    }
  }
}
