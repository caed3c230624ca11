package baton.local.source;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// One field of a cron expression: `*`, `?`, lists, ranges and steps. The rarer `L`, `W` and `#` are not known here.
record CronField(BitSet values) {

  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  static CronField minutes(String text) {
    return of(text, 0, 59, List.of());
  }

  static CronField hours(String text) {
    return of(text, 0, 23, List.of());
  }

  static CronField days(String text) {
    return of(text, 1, 31, List.of());
  }

  static CronField months(String text) {
    return of(text, 1, 12, MONTHS);
  }

  static CronField weekdays(String text) {
    return of(text, 1, 7, WEEKDAYS);
  }

  static CronField years(String text) {
    return of(text, 1970, 2199, List.of());
  }

  boolean contains(int value) {
    return values.get(value);
  }

  private static CronField of(String text, int min, int max, List<String> names) {
    var values = new BitSet();
    for (var part : text.split(",")) {
      var step = part.split("/");
      var range = step[0].equals("*") || step[0].equals("?") ? new String[] {"" + min, "" + max} : step[0].split("-");
      var from = number(range[0], names);
      var to = range.length > 1 ? number(range[1], names) : step.length > 1 ? max : from;
      for (var value = from; value <= to; value += step.length > 1 ? Integer.parseInt(step[1]) : 1) {
        values.set(value);
      }
    }
    return new CronField(values);
  }

  private static int number(String text, List<String> names) {
    var name = names.indexOf(text.toUpperCase(Locale.ROOT));
    return name >= 0 ? name + 1 : Integer.parseInt(text);
  }
}
