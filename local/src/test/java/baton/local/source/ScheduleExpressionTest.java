package baton.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

  @ParameterizedTest(name = "{0} after {1}")
  @CsvSource(delimiter = '|', textBlock = """
      rate(1 minute)             | 2026-03-02T09:00:30Z | 2026-03-02T09:01:30Z
      rate(2 hours)              | 2026-03-02T09:00:00Z | 2026-03-02T11:00:00Z
      cron(0 8 ? * MON-FRI *)    | 2026-03-06T09:00:00Z | 2026-03-09T08:00:00Z
      cron(0/15 * * * ? *)       | 2026-03-02T09:01:00Z | 2026-03-02T09:15:00Z
      cron(30 6 1 JAN,JUL ? *)   | 2026-03-02T09:00:00Z | 2026-07-01T06:30:00Z
      """)
  void the_next_time_is_the_one_that_fits(String expression, ZonedDateTime after, ZonedDateTime next) {
    assertThat(ScheduleExpression.parse(expression, ZoneId.of("Z")).next(after)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate(1 minutes)", "rate(5 minute)", "every minute", "cron(* *)"})
  void what_aws_would_refuse_is_refused(String expression) {
    assertThatThrownBy(() -> ScheduleExpression.parse(expression, ZoneId.of("Z"))).hasMessageContaining(expression);
  }
}
