package baton.local.source;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/// How often a schedule is due: `rate(5 minutes)`.
final class Rate {

  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)(s?)\\)");
  private static final Map<String, Duration> UNITS =
      Map.of("minute", Duration.ofMinutes(1), "hour", Duration.ofHours(1), "day", Duration.ofDays(1));

  private Rate() {}

  /// Reads a rate as EventBridge Scheduler does, also its rule that one is singular and the rest is plural.
  static Duration parse(String expression) {
    var rate = RATE.matcher(expression);
    if (!rate.matches() || rate.group(1).equals("1") != rate.group(3).isEmpty()) {
      throw new IllegalArgumentException("Not a schedule the local run can read: " + expression);
    }
    return UNITS.get(rate.group(2)).multipliedBy(Long.parseLong(rate.group(1)));
  }
}
