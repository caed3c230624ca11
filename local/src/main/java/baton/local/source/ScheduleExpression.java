package baton.local.source;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Pattern;

/// When a schedule is due next: `rate(5 minutes)` or `cron(0 8 ? * MON-FRI *)`.
public sealed interface ScheduleExpression {

  /// The first time after the given one.
  ZonedDateTime next(ZonedDateTime after);

  /// Reads an expression as EventBridge Scheduler does, also its rule that one is singular and the rest is plural.
  static ScheduleExpression parse(String expression, ZoneId zone) {
    var rate = Pattern.compile("rate\\((\\d+) (minute|hour|day)(s?)\\)").matcher(expression);
    if (rate.matches() && rate.group(1).equals("1") == rate.group(3).isEmpty()) {
      return new Rate(Duration.ofMinutes(Long.parseLong(rate.group(1)) * Rate.MINUTES.get(rate.group(2))));
    }
    var cron = Pattern.compile("cron\\((\\S+) (\\S+) (\\S+) (\\S+) (\\S+) (\\S+)\\)").matcher(expression);
    if (cron.matches()) {
      return new Cron(CronField.minutes(cron.group(1)), CronField.hours(cron.group(2)), CronField.days(cron.group(3)),
          CronField.months(cron.group(4)), CronField.weekdays(cron.group(5)), CronField.years(cron.group(6)), zone);
    }
    throw new IllegalArgumentException("Not a schedule the local run can read: " + expression);
  }

  /// Every so often.
  record Rate(Duration every) implements ScheduleExpression {

    private static final Map<String, Long> MINUTES = Map.of("minute", 1L, "hour", 60L, "day", 1440L);

    @Override
    public ZonedDateTime next(ZonedDateTime after) {
      return after.plus(every);
    }
  }

  /// At the minutes that fit every field.
  record Cron(CronField minute, CronField hour, CronField day, CronField month, CronField weekday, CronField year,
      ZoneId zone)
      implements ScheduleExpression {

    @Override
    public ZonedDateTime next(ZonedDateTime after) {
      var time = after.withZoneSameInstant(zone).withSecond(0).withNano(0).plusMinutes(1);
      var limit = time.plusYears(5);
      while (!fits(time)) {
        time = fitsDate(time) ? time.plusMinutes(1) : time.toLocalDate().plusDays(1).atStartOfDay(zone);
        if (time.isAfter(limit)) {
          throw new IllegalArgumentException("This schedule is never due: " + this);
        }
      }
      return time;
    }

    private boolean fits(ZonedDateTime time) {
      return fitsDate(time) && hour.contains(time.getHour()) && minute.contains(time.getMinute());
    }

    private boolean fitsDate(ZonedDateTime time) {
      return year.contains(time.getYear()) && month.contains(time.getMonthValue()) && day.contains(time.getDayOfMonth())
          && weekday.contains(time.getDayOfWeek().getValue() % 7 + 1);
    }
  }
}
