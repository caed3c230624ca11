package baton.conversation;

import java.util.Arrays;
import java.util.Locale;

/// Why a conversation came to somebody or left them.
public enum Reason {
  /// They took it themselves.
  SELF(false),
  /// Somebody gave it to them.
  MANUAL(false),
  /// They were the first to reply.
  FIRST_REPLY(false),
  /// The contact is pinned to them.
  CONTACT_OWNER(true),
  /// They had it last, and the customer came back soon.
  STICKY(true),
  /// It was put back into the queue.
  RETURNED(false),
  /// It moved to a team whose work they do not do.
  TEAM_CHANGED(false),
  /// The contact was blocked.
  CONTACT_BLOCKED(false),
  /// Nothing had happened for longer than the workspace allows.
  IDLE(false);

  private final boolean automatic;

  Reason(boolean automatic) {
    this.automatic = automatic;
  }

  /// Whether Baton chose for that reason, so that capacity is a condition and not a warning.
  static boolean isAutomatic(String word) {
    return Arrays.stream(values()).anyMatch(reason -> reason.automatic && reason.word().equals(word));
  }

  /// The word in events: `first_reply`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
