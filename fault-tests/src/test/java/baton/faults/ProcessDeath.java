package baton.faults;

/// A process that ends without a word: out of memory, out of time, killed. Nothing in the code catches it.
final class ProcessDeath extends Error {
  private static final long serialVersionUID = 1;

  ProcessDeath(String when) {
    super(when);
  }
}
