package baton.local.function;

/// The function could not be run: its process is not there, as if Lambda itself did not answer, or it runs as often at
/// a time as it may.
public final class HostUnavailable extends RuntimeException {

  /// Says why.
  public HostUnavailable(String message) {
    super(message);
  }
}
