package baton.delivermessage;

/// The call reached nobody: nothing can have been sent.
final class NobodyReached extends Exception {
  NobodyReached(Throwable cause) {
    super(cause);
  }
}
