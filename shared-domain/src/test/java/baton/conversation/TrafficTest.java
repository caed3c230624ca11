package baton.conversation;

import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.message;
import static org.assertj.core.api.Assertions.assertThat;

import baton.conversation.Traffic.LastFrom;
import baton.message.MessageKey;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What messages do to a conversation beside its state, and the token of what was seen.
class TrafficTest {
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final MessageKey FIRST = message("hello").key();
  private static final MessageKey NEXT = message("again").at(LATER).key();
  private static final MessageKey EARLIER = message("late").at(NOW.minusSeconds(60)).key();

  @Test
  void the_first_message_waits_unread() {
    assertThat(Traffic.startedBy(FIRST, "hello", NOW.plusSeconds(2))).isEqualTo(new Traffic(
        FIRST, Optional.empty(), NOW, LastFrom.CLIENT, "hello", true, Optional.empty(),
        Optional.of(NOW.plusSeconds(2))));
  }

  @Test
  void a_reply_has_read_and_answered_everything_before_it() {
    var reply = MessageKey.reply(LATER, FIRST, "r-1");
    assertThat(started().replied(reply, "hi", LATER)).isEqualTo(new Traffic(
        reply, Optional.empty(), LATER, LastFrom.OPERATOR, "hi", false, Optional.of(LATER), Optional.empty()));
  }

  @Test
  void at_the_end_nobody_waits_and_what_was_unread_stays_so() {
    assertThat(started().ended().waitingSince()).isEmpty();
    assertThat(started().ended().unread()).isTrue();
  }

  @Test
  void a_customer_who_is_back_waits_again() {
    assertThat(read(started()).ended().restartedBy(NEXT, "again", LATER)).isEqualTo(new Traffic(
        NEXT, Optional.empty(), LATER, LastFrom.CLIENT, "again", true, Optional.of(NOW), Optional.of(LATER)));
  }

  @Test
  void a_customer_who_is_back_with_an_older_message_does_not_turn_the_timeline_back() {
    assertThat(read(started()).ended().restartedBy(EARLIER, "late", LATER)).isEqualTo(new Traffic(
        FIRST, Optional.of(EARLIER), NOW, LastFrom.CLIENT, "hello", true, Optional.of(NOW), Optional.of(LATER)));
  }

  @Test
  void out_of_sight_nothing_is_unread_and_nobody_waits() {
    assertThat(started().hidden().unread()).isFalse();
    assertThat(started().hidden().waitingSince()).isEmpty();
    assertThat(started().hidden().lastKey()).isEqualTo(FIRST);
  }

  @Test
  void the_token_covers_the_newest_message_and_the_last_late_one() {
    assertThat(started().seen()).isEqualTo(new Seen(FIRST, Optional.empty()));
    assertThat(new Traffic(FIRST, Optional.of(EARLIER), NOW, LastFrom.CLIENT, "", true, Optional.empty(),
        Optional.empty()).seen()).isEqualTo(new Seen(FIRST, Optional.of(EARLIER)));
  }

  @Test
  void a_token_reads_back_as_it_was_written() {
    for (var seen : new Seen[] {new Seen(FIRST, Optional.empty()), new Seen(FIRST, Optional.of(EARLIER))}) {
      assertThat(Seen.parse(seen.toString())).contains(seen);
    }
  }

  @Test
  void anything_else_is_no_token() {
    for (var text : new String[] {"", ".", "x", FIRST + ".", "." + FIRST, FIRST + ".x", FIRST + "." + NEXT + ".x"}) {
      assertThat(Seen.parse(text)).as(text).isEmpty();
    }
  }

  private static Traffic started() {
    return Traffic.startedBy(FIRST, "hello", NOW);
  }

  private static Traffic read(Traffic traffic) {
    return new Traffic(traffic.lastKey(), traffic.lateKey(), traffic.lastAt(), traffic.lastFrom(), traffic.preview(),
        false, Optional.of(NOW), traffic.waitingSince());
  }
}
