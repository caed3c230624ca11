package baton.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether somebody may act at all.
public enum Account {
  ACTIVE,
  SUSPENDED,
  DELETED;

  /// The word in JSON and items: `active`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The account state of that word, or none.
  public static Optional<Account> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
