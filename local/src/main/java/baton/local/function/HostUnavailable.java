package baton.local.function;

/// The process that runs the functions is not there: as if Lambda itself did not answer.
public final class HostUnavailable extends RuntimeException {

  /// Says why.
  public HostUnavailable(String message) {
    super(message);
  }
}
