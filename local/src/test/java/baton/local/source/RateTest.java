package baton.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({"rate(1 minute), PT1M", "rate(2 hours), PT2H", "rate(1 day), PT24H"})
  void a_rate_is_read_as_its_period(String expression, Duration period) {
    assertThat(Rate.parse(expression)).isEqualTo(period);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate(1 minutes)", "rate(5 minute)", "every minute", "cron(0 8 ? * MON-FRI *)"})
  void what_aws_would_refuse_or_the_local_run_cannot_do_is_refused(String expression) {
    assertThatThrownBy(() -> Rate.parse(expression)).hasMessageContaining(expression);
  }
}
