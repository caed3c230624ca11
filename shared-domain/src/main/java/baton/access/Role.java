package baton.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The built-in roles. An agent may have several; their rights add up. What each may do: [Roles].
public enum Role {
  SUPER_ADMIN,
  MANAGER,
  OPERATOR,
  RESTRICTED_OPERATOR,
  OBSERVER;

  /// The word in JSON and items: `super_admin`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of that word, or none.
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
