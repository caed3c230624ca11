package baton.local.function;

/// Invokes a function by its logical id and waits for its answer.
@FunctionalInterface
public interface Invoker {

  /// The answer, be it a failure of the function.
  ///
  /// @throws HostUnavailable if there is nobody to run it; it has not run then
  Invocation invoke(String function, byte[] payload) throws InterruptedException;

  /// Whether there is somebody to run functions.
  default boolean available() {
    return true;
  }
}
