package baton.table;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Calls that do not need each other's answers, at the same time: depth one.
public final class Parallel {
  // Virtual threads hold nothing open, so a snapshot of the function may contain this.
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private Parallel() {}

  /// Both answers.
  public record Both<A, B>(A first, B second) {}

  /// Does both. When one fails, its failure comes after the other has ended: nothing goes on behind the caller's back.
  public static <A, B> Both<A, B> both(Supplier<A> first, Supplier<B> second) {
    Future<B> other = THREADS.submit(second::get);
    A answer;
    try {
      answer = first.get();
    } catch (RuntimeException | Error e) {
      await(other);
      throw e;
    }
    return new Both<>(answer, get(other));
  }

  /// Does all of them, and answers in their order.
  public static <T> List<T> all(List<Supplier<T>> calls) {
    if (calls.size() == 1) {
      return List.of(calls.getFirst().get());
    }
    List<Future<T>> running = calls.stream().map(call -> THREADS.submit(call::get)).toList();
    running.forEach(Parallel::await);
    return running.stream().map(Parallel::get).toList();
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException _) {
      // reported by whoever asks for the answer
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw new CompletionException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
