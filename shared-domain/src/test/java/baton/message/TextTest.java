package baton.message;

import static org.assertj.core.api.Assertions.assertThat;

import baton.message.Content.Kind;
import baton.message.Content.Trait;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Text of strangers, and what of it is kept and shown.
class TextTest {
  private static final String WAVE = "👋";

  @Test
  void clipping_counts_bytes_and_cuts_between_code_points() {
    assertThat(Text.clip("hello", 5)).isEqualTo("hello");
    assertThat(Text.clip("hello", 4)).isEqualTo("hell");
    assertThat(Text.clip("né", 2)).isEqualTo("n");
    assertThat(Text.clip("né", 3)).isEqualTo("né");
    assertThat(Text.clip("a€b", 3)).isEqualTo("a");
    assertThat(Text.clip("a" + WAVE, 4)).isEqualTo("a");
    assertThat(Text.clip("a" + WAVE, 5)).isEqualTo("a" + WAVE);
    assertThat(Text.clip("", 0)).isEmpty();
  }

  @Test
  void whatever_is_clipped_fits_and_is_a_beginning() {
    String text = "aé€" + WAVE + "z".repeat(3);
    for (int bytes = 0; bytes < 20; bytes++) {
      String clipped = Text.clip(text, bytes);
      assertThat(clipped.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(bytes);
      assertThat(text).startsWith(clipped);
      assertThat(Text.wellFormed(clipped)).isEqualTo(clipped);
    }
  }

  @Test
  void half_of_a_pair_is_replaced_and_whole_ones_stay() {
    assertThat(Text.wellFormed("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(Text.wellFormed("\uDC4B")).isEqualTo("\uFFFD");
    assertThat(Text.wellFormed("hi " + WAVE + " ?")).isEqualTo("hi " + WAVE + " ?");
    assertThat(Text.wellFormed("\uFFFD")).isEqualTo("\uFFFD");
  }

  @Test
  void line_breaks_of_every_kind_become_spaces() {
    assertThat(Text.singleLine("a\r\nb\tc\u0000d")).isEqualTo("a  b c d");
    assertThat(Text.singleLine("a\u2028b\u2029c\u0085d")).isEqualTo("a b c d");
    assertThat(Text.singleLine(WAVE)).isEqualTo(WAVE);
  }

  @Test
  void what_turns_or_hides_text_is_taken_out_and_joined_emoji_stay_whole() {
    assertThat(Text.revealed("a\u202eb\u202c\u200bc\u2066d\ufeff")).isEqualTo("abcd");
    assertThat(Text.revealed("Ada \uD83D\uDC69\u200D\uD83D\uDCBB")).isEqualTo("Ada \uD83D\uDC69\u200D\uD83D\uDCBB");
  }

  @Test
  void text_that_leaves_no_mark_is_invisible_whatever_it_is_made_of() {
    assertThat(List.of("", " \n", "\u00a0", "\u200b\u2060\ufeff", "\u200c\u200d", "\u202e\u202c", "\u3164", "\u0000"))
        .allMatch(Text::isInvisible);
    assertThat(List.of("x", " . ", WAVE, "\u200bx")).noneMatch(Text::isInvisible);
  }

  @Test
  void a_preview_is_one_short_line() {
    assertThat(Content.text("  hello\nKim ").preview()).isEqualTo("hello Kim");
    assertThat(Content.text("x".repeat(500)).preview()).hasSize(120);
    assertThat(Content.text("€".repeat(50)).preview()).isEqualTo("€".repeat(40));
  }

  @Test
  void what_has_no_text_says_what_it_is() {
    assertThat(new Content(Kind.IMAGE, Set.of(), "", List.of()).preview()).isEqualTo("[image]");
    assertThat(new Content(Kind.IMAGE, Set.of(), " \n", List.of()).preview()).isEqualTo("[image]");
    assertThat(new Content(Kind.IMAGE, Set.of(), "look", List.of()).preview()).isEqualTo("look");
  }

  @Test
  void a_kind_is_always_written_the_same_way() {
    assertThat(Content.text("x").word()).isEqualTo("text");
    assertThat(new Content(Kind.AUDIO, Set.of(Trait.VOICE), "", List.of()).word()).isEqualTo("audio:voice");
    assertThat(new Content(Kind.TEXT, Set.of(Trait.FORWARDED, Trait.REPLY), "x", List.of()).word())
        .isEqualTo("text:reply:forwarded");
  }

  @Test
  void of_a_text_beyond_64_kb_what_fits_is_kept_and_it_is_marked_as_clipped() {
    var most = Content.text("x".repeat(Content.TEXT_BYTES));
    assertThat(most.text()).hasSize(Content.TEXT_BYTES);
    assertThat(most.word()).isEqualTo("text");
    assertThat(most.isWhole()).isTrue();

    var more = Content.text("x".repeat(Content.TEXT_BYTES - 1) + WAVE);
    assertThat(more.text()).isEqualTo("x".repeat(Content.TEXT_BYTES - 1));
    assertThat(more.word()).isEqualTo("text:clipped");
    assertThat(more.isWhole()).isFalse();
    assertThat(new Content(more.kind(), more.traits(), more.text(), more.attachments())).isEqualTo(more);
  }

  @Test
  void what_is_kept_is_well_formed() {
    assertThat(Content.text("a\uD83D").text()).isEqualTo("a\uFFFD");
  }
}
