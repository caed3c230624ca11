package baton.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @Test
  void what_turns_or_hides_the_text_around_it_is_left_out_of_a_name() {
    assertThat(Fields.name("/name", " \u202eA\u200bna\ufeff ")).contains("Ana");
    String joined = "Ada \uD83D\uDC69\u200D\uD83D\uDCBB";
    assertThat(Fields.name("/name", joined)).contains(joined);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", " ", "\u200b", "\u202e\u202c", "\u00a0", "\u200d", "\u3164", "a\u2028b", "a\nb", "a\u0000"})
  void a_name_of_which_nothing_is_to_be_seen_or_of_several_lines_is_refused(String name) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Fields.name("/name", name));
  }

  @Test
  void characters_are_counted_and_not_their_halves() {
    String emoji = "\uD83D\uDC4B";
    assertThat(Fields.name("/name", emoji.repeat(100))).isPresent();
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Fields.name("/name", emoji.repeat(101)));
    assertThat(Fields.line("/account", emoji.repeat(5), 5)).isPresent();
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Fields.line("/account", emoji.repeat(6), 5));
  }

  @Test
  void an_address_hides_nothing() {
    assertThat(Fields.email("/email", "ana@acme.example")).isPresent();
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Fields.email("/email", "a\u200bna@acme.example"));
  }
}
