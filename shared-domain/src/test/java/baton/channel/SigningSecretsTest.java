package baton.channel;

import static baton.testing.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningSecretsTest {
  private static final Secret FIRST = new Secret("first", Optional.empty());
  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @CsvSource({
      "WHATSAPP,0123456789abcdef,true", "WHATSAPP,0123456789abcde,false", "WHATSAPP,0123456789 abcdef,false",
      "TELEGRAM,secret_token-0001,true", "TELEGRAM,secret.token.0001,false",
      "WEBHOOK,whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3,true", "WEBHOOK,whsec_MDEyMzQ1Njc4OWE=,false",
      "WEBHOOK,whsec_,false"})
  void a_secret_is_long_enough_and_of_its_channels_form(ChannelKind kind, String secret, boolean good) {
    assertThat(SigningSecrets.fault(kind, secret).isEmpty()).isEqualTo(good);
    assertThat(SigningSecrets.fault(kind, "")).isPresent();
    assertThat(SigningSecrets.fault(kind, " ".repeat(20))).isPresent();
  }

  @Test
  void the_new_one_comes_first_and_the_old_one_counts_until_the_overlap_is_over() {
    assertThat(SigningSecrets.rotated(List.of(FIRST), "second", HOUR, NOW)).containsExactly(
        new Secret("second", Optional.empty()), new Secret("first", Optional.of(NOW.plus(HOUR))));
  }

  @Test
  void an_end_that_was_set_before_is_not_put_off() {
    var ending = new Secret("first", Optional.of(NOW.plusSeconds(60)));
    assertThat(SigningSecrets.rotated(List.of(ending), "second", HOUR, NOW).getLast()).isEqualTo(ending);
  }

  @Test
  void never_more_than_two_and_none_that_is_over() {
    var over = new Secret("over", Optional.of(NOW));
    assertThat(SigningSecrets.rotated(List.of(FIRST, over), "second", HOUR, NOW))
        .extracting(Secret::value).containsExactly("second", "first");
    var two = SigningSecrets.rotated(List.of(FIRST), "second", HOUR, NOW);
    assertThat(SigningSecrets.rotated(two, "third", HOUR, NOW))
        .extracting(Secret::value).containsExactly("third", "second");
  }

  @Test
  void what_comes_back_is_not_there_twice() {
    var two = SigningSecrets.rotated(List.of(FIRST), "second", HOUR, NOW);
    assertThat(SigningSecrets.rotated(two, "first", HOUR, NOW))
        .extracting(Secret::value).containsExactly("first", "second");
  }

  @Test
  void without_an_overlap_the_old_one_is_gone() {
    assertThat(SigningSecrets.rotated(List.of(FIRST), "second", Duration.ZERO, NOW))
        .extracting(Secret::value).containsExactly("second");
  }
}
