package baton.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an agent has declared. Closing a browser tab does not change it.
public enum Availability {
  /// Takes whatever comes.
  AVAILABLE,
  /// Takes what a person hands over, nothing automatic.
  BUSY,
  AWAY,
  OFFLINE;

  /// The word in JSON and items: `available`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The availability of that word, or none.
  public static Optional<Availability> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
