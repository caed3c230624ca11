package baton.local.source;

import baton.local.function.Invoker;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/// Stands before a function's event sources and can be closed: nothing more passes then, and nothing is under way any
/// more.
public final class Gate {

  private static final int ALL = 1 << 20;

  private final Semaphore permits = new Semaphore(ALL, true);
  private boolean closed;

  /// Waits until what is under way has ended, and lets nothing more through.
  public synchronized void shut() throws InterruptedException {
    if (!closed) {
      permits.acquire(ALL);
      closed = true;
    }
  }

  /// Lets everything through again.
  public synchronized void open() {
    if (closed) {
      permits.release(ALL);
      closed = false;
    }
  }

  /// An invoker whose every call passes here.
  Invoker before(Invoker invoker) {
    return (function, payload) -> {
      permits.acquire();
      try {
        return invoker.invoke(function, payload);
      } finally {
        permits.release();
      }
    };
  }

  <T> T pass(Callable<T> work) throws Exception {
    permits.acquire();
    try {
      return work.call();
    } finally {
      permits.release();
    }
  }
}
