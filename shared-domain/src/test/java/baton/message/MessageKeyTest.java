package baton.message;

import static baton.testing.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where things stand on a timeline.
class MessageKeyTest {

  @Test
  void the_same_message_has_the_same_key_on_every_redelivery() {
    assertThat(MessageKey.incoming(NOW, "wamid.1")).isEqualTo(MessageKey.incoming(NOW, "wamid.1"));
    assertThat(MessageKey.incoming(NOW, "wamid.1")).isNotEqualTo(MessageKey.incoming(NOW, "wamid.2"));
    assertThat(MessageKey.incoming(NOW, "wamid.1").toString()).matches("1772442000000-M[0-9a-f]{16}");
  }

  @Test
  void the_order_is_by_time_and_within_a_moment_the_same_on_every_machine() {
    var early = MessageKey.incoming(NOW, "z");
    var late = MessageKey.incoming(NOW.plusMillis(1), "a");
    assertThat(early).isLessThan(late);
    var tied = List.of(new MessageKey(5, "M1"), new MessageKey(5, "M2"), new MessageKey(5, "N1"), new MessageKey(5, "R1"));
    assertThat(tied).isSorted();
  }

  @Test
  void the_order_of_keys_is_the_order_of_their_texts() {
    var keys = List.of(
        new MessageKey(0, "Ma"), new MessageKey(9, "Mz"), new MessageKey(10, "Ma"), new MessageKey(1_000_000_000_000L, "R1"),
        new MessageKey(9_999_999_999_999L, "M1"));
    assertThat(keys).isSorted();
    assertThat(keys.stream().map(MessageKey::toString).toList()).isSorted();
  }

  @Test
  void a_reply_stands_at_its_time_or_behind_what_a_faster_clock_has_put_there() {
    var last = MessageKey.incoming(NOW, "wamid.1");
    assertThat(MessageKey.reply(NOW.plusSeconds(1), last, "r")).isEqualTo(new MessageKey(NOW.toEpochMilli() + 1000, "Rr"));
    assertThat(MessageKey.reply(NOW, last, "r")).isEqualTo(new MessageKey(NOW.toEpochMilli() + 1, "Rr")).isGreaterThan(last);
    var ahead = MessageKey.incoming(NOW.plusSeconds(240), "wamid.2");
    assertThat(MessageKey.reply(NOW, ahead, "r")).isGreaterThan(ahead);
  }

  @Test
  void a_key_reads_back_as_it_was_written() {
    for (var key : List.of(
        MessageKey.incoming(NOW, "1"), MessageKey.remark(NOW, "1"), MessageKey.reply(NOW, MessageKey.incoming(NOW, "1"), "x-1"),
        MessageKey.incoming(Instant.EPOCH, "1"))) {
      assertThat(MessageKey.parse(key.toString())).contains(key);
    }
  }

  @Test
  void anything_else_is_no_key() {
    for (var text : List.of("", "1772442000000", "1772442000000-X1", "177244200000-M1", "1772442000000-M", "1772442000000-M#")) {
      assertThat(MessageKey.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void what_a_customer_sent_a_remark_and_a_reply_are_told_apart_by_their_tags() {
    assertThat(MessageKey.incoming(NOW, "1").tag()).startsWith("M");
    assertThat(MessageKey.remark(NOW, "1").tag()).startsWith("N");
    assertThat(MessageKey.reply(NOW, MessageKey.incoming(NOW, "1"), "1").tag()).startsWith("R");
  }

  @Test
  void a_time_that_would_break_the_order_of_texts_is_refused() {
    assertThatThrownBy(() -> MessageKey.incoming(Instant.ofEpochMilli(-1), "1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MessageKey(10_000_000_000_000L, "M1")).isInstanceOf(IllegalArgumentException.class);
  }
}
