package baton.id;

/// Where new ids come from: unique, and in the order of their making (ULIDs in production).
@FunctionalInterface
public interface IdSource {
  /// A new id that was never given out before.
  String next();
}
