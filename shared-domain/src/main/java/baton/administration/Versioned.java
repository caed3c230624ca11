package baton.administration;

/// A thing, and how often it has been changed by hand. What goes on by itself (counters, availability) changes no version.
public record Versioned<T>(T value, long version) {
  /// The thing after one more change.
  public <U> Versioned<U> next(U changed) {
    return new Versioned<>(changed, version + 1);
  }
}
