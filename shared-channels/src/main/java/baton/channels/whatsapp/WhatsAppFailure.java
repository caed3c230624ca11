package baton.channels.whatsapp;

import baton.channels.wire.Part;
import java.util.Optional;
import java.util.Set;

/// What one of Meta's error codes means, in an answer to a call as in a status that says `failed`.
enum WhatsAppFailure {
  /// The same message may be sent later.
  RETRY,
  /// Not this message, never; others may.
  PERMANENT,
  /// No message at all until somebody sees to the account.
  STOPS_CHANNEL;

  private static final Set<Integer> LATER =
      Set.of(1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 133004);
  private static final Set<Integer> NEVER =
      Set.of(
          100, 130472, 131008, 131009, 131021, 131026, 131030, 131047, 131049, 131050, 131051, 131052, 131053, 131062,
          137000);
  private static final Set<Integer> STOP =
      Set.of(0, 3, 10, 190, 368, 130497, 131005, 131031, 131042, 131045, 131048);

  /// The code of an error; none where it has none that could be Meta's.
  static Optional<Integer> codeOf(Part error) {
    return error.integer("code").filter(known -> known >= 0 && known < 1_000_000).map(Long::intValue);
  }

  /// What the code means; empty when we do not know it.
  static Optional<WhatsAppFailure> of(int code) {
    if (LATER.contains(code)) {
      return Optional.of(RETRY);
    }
    boolean template = code >= 132000 && code <= 132999;
    if (template || NEVER.contains(code)) {
      return Optional.of(PERMANENT);
    }
    boolean permission = code >= 200 && code <= 299;
    return permission || STOP.contains(code) ? Optional.of(STOPS_CHANNEL) : Optional.empty();
  }
}
