package baton.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many at once.
final class Crowd {
  private Crowd() {}

  /// All of them, begun at the same moment; their answers in the order of the list.
  static <T> List<T> atOnce(List<Callable<T>> acts) {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (var act : acts) {
        running.add(threads.submit(() -> {
          start.await();
          return act.call();
        }));
      }
      start.countDown();
      var answers = new ArrayList<T>();
      for (var one : running) {
        answers.add(one.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// These calls at once, each to an instance of its own.
  static List<Reply> call(Office office, List<ApiCall> calls) {
    return atOnce(calls.stream().<Callable<Reply>>map(call -> {
      var instance = office.another();
      return () -> instance.api(call);
    }).toList());
  }
}
