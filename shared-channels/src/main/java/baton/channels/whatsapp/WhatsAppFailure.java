package baton.channels.whatsapp;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one of Meta's error codes means, in an answer to a call as in a status that says `failed`.
public enum WhatsAppFailure {
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
  private static final Pattern LEADING_CODE = Pattern.compile("([0-9]{1,9})(?: .*)?", Pattern.DOTALL);

  /// What the code means; empty when we do not know it.
  public static Optional<WhatsAppFailure> of(int code) {
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

  /// What the error of a failed delivery means ([baton.message.Delivery#error()]), by the code that it begins with.
  /// What we do not know is permanent: the message has failed, and nobody is promised another attempt.
  public static WhatsAppFailure ofDelivery(String error) {
    Matcher code = LEADING_CODE.matcher(error);
    return code.matches() ? of(Integer.parseInt(code.group(1))).orElse(PERMANENT) : PERMANENT;
  }
}
