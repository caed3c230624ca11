package baton.conversation;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.IDLE_AFTER;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.acme;
import static baton.testing.Fixtures.countedIds;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.Reply;
import baton.conversation.IdleClosing.Looked;
import baton.event.Event;
import baton.id.ConversationId;
import baton.testing.Desk;
import baton.testing.InMemoryInbox;
import baton.testing.Invariants;
import baton.testing.Trouble;
import baton.workspace.Workspace;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The clean-up looks at what is due, and closes only what still lies still.
class IdleClosingTest {
  private final InMemoryInbox inbox = new InMemoryInbox();
  private final Desk desk = new Desk(inbox).with(online("ana"));
  private final Trouble table = new Trouble(inbox.conversations());
  private final IdleClosing sweep = new IdleClosing(table, countedIds());

  @AfterEach
  void nothing_is_broken() {
    Invariants.check(desk.everything());
  }

  @Test
  void what_has_lain_still_is_closed_and_stays_the_assignees() {
    desk.gets(message("hello")).when("ana", reply("hi"));
    assertThat(sweep.look(ACME, KIMS, NOW.plus(IDLE_AFTER))).isEqualTo(new Looked.Closed());
    assertThat(desk.kims().responsible()).contains(id("ana"));
    assertThat(desk.open("ana")).isZero();
    assertThat(desk.log().getLast()).extracting(Event::actor, Event::reason)
        .containsExactly(IdleClosing.ACTOR, "idle");
  }

  @Test
  void what_was_touched_since_is_looked_at_again_within_a_day() {
    desk.gets(message("hello")).later(Duration.ofDays(3)).when("ana", reply("hi"));
    assertThat(sweep.look(ACME, KIMS, NOW.plus(IDLE_AFTER)))
        .isEqualTo(new Looked.NotYet(2, Optional.of(NOW.plus(IDLE_AFTER).plus(Duration.ofDays(1)))));
    assertThat(desk.kims().isOpen()).isTrue();
  }

  @Test
  void what_a_customer_waits_for_is_not_closed_although_it_was_long_ago_by_their_providers_clock() {
    desk.takesIn(message("hello").at(NOW.minus(Duration.ofDays(30))));
    assertThat(sweep.look(ACME, KIMS, NOW.plus(IDLE_AFTER)))
        .isEqualTo(new Looked.NotYet(1, Optional.of(NOW.plus(IDLE_AFTER).plus(Duration.ofDays(1)))));
  }

  @Test
  void what_a_customer_waits_for_is_not_looked_at_every_minute_however_short_the_limit() {
    inbox.put(closingAfter(Duration.ofSeconds(1)));
    desk.gets(message("hello"));
    assertThat(sweep.look(ACME, KIMS, NOW.plus(Duration.ofHours(1))))
        .isEqualTo(new Looked.NotYet(1, Optional.of(NOW.plus(Duration.ofHours(2)))));
  }

  @Test
  void a_limit_that_is_set_later_reaches_what_is_open() {
    inbox.put(closingAfter(Duration.ZERO));
    desk.gets(message("hello")).when("ana", reply("hi"));
    assertThat(sweep.look(ACME, KIMS, NOW.plus(Duration.ofDays(1))))
        .isEqualTo(new Looked.NotYet(2, Optional.of(NOW.plus(Duration.ofDays(2)))));
    inbox.put(closingAfter(Duration.ofHours(1)));
    assertThat(sweep.look(ACME, KIMS, NOW.plus(Duration.ofDays(2)))).isEqualTo(new Looked.Closed());
  }

  @Test
  void what_is_closed_is_not_looked_at_again() {
    desk.gets(message("hello")).when("ana", new Claim(KIMS));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    assertThat(sweep.look(ACME, KIMS, NOW.plus(IDLE_AFTER))).isEqualTo(new Looked.NotYet(3, Optional.empty()));
  }

  @Test
  void a_message_that_comes_at_this_moment_wins() {
    desk.gets(message("hello")).when("ana", reply("hi"));
    desk.later(IDLE_AFTER);
    table.meanwhile(() -> desk.gets(message("anybody?")));
    assertThat(sweep.look(ACME, KIMS, desk.now())).isEqualTo(new Looked.Moved());
    assertThat(desk.kims().isOpen()).isTrue();
  }

  @Test
  void what_does_not_exist_is_nothing_to_do() {
    desk.gets(message("hello"));
    assertThat(sweep.look(ACME, new ConversationId("nothing"), NOW)).isEqualTo(new Looked.Moved());
  }

  private static Workspace closingAfter(Duration limit) {
    return new Workspace(ACME, "Acme", ZoneOffset.UTC, limit, acme().salt());
  }

  private static Reply reply(String text) {
    return new Reply(KIMS, text, false, Optional.empty(), false, Optional.empty());
  }
}
