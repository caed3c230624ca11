package baton.local.source;

import baton.local.template.EventSource.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// Runs a schedule's function whenever it is due.
public final class ScheduleRunner implements AutoCloseable {

  private final Duration period;
  private final InstantSource clock;
  private final Runnable run;
  private final AtomicReference<Instant> due;
  private final Repeating repeating;

  private ScheduleRunner(Schedule schedule, InstantSource clock, Runnable run) {
    this.period = Rate.parse(schedule.expression());
    this.clock = clock;
    this.run = run;
    this.due = new AtomicReference<>(clock.instant().plus(period));
    this.repeating = Repeating.start("schedule of " + schedule.function(), this::step);
  }

  /// Starts the clock; the first run is one period away.
  public static ScheduleRunner start(Schedule schedule, InstantSource clock, Runnable run) {
    return new ScheduleRunner(schedule, clock, run);
  }

  @Override
  public void close() {
    repeating.close();
  }

  private Duration step() {
    var now = clock.instant();
    if (!now.isBefore(due.get())) {
      due.set(now.plus(period)); // what was missed while the machine slept is not made up for
      run.run();
    }
    var left = Duration.between(clock.instant(), due.get());
    return left.isNegative() ? Duration.ZERO : left.compareTo(Duration.ofSeconds(1)) < 0 ? left : Duration.ofSeconds(1);
  }
}
