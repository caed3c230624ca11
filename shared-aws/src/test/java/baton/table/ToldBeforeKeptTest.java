package baton.table;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.conversation.ConversationCommand.Claim;
import baton.conversation.IncomingMessages.Appended;
import baton.conversation.ReadMarks.Expected;
import baton.testing.Desk;
import baton.testing.Fixtures;
import baton.testing.MessageFixture;
import baton.wiring.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The two writes of an incoming message are independent: its conversation may know of it before it is there.
class ToldBeforeKeptTest {
  private final Table table = LocalTable.fresh();
  private final DynamoInbox inbox = new DynamoInbox(table);
  private final Desk office = new Desk(inbox);
  private MessageFixture second = message("second");

  /// The conversation was told of the second message; whether that message was kept, the answer did not say.
  @BeforeEach
  void the_head_is_told_and_the_message_is_not_there() {
    office.with(online("ana")).gets(message("hello")).when("ana", new Claim(KIMS));
    second = second.at(office.later(Duration.ofMinutes(1)).now());
    office.takesIn(second);
    new Transactions(table.client()).write(
        List.of(table.deletes(Keys.onTimeline(ACME, KIMS, second.key()))), Wiring.ulids().next());
  }

  @Test
  void what_is_told_again_because_the_answer_was_lost_is_not_taken_for_late() {
    assertThat(inbox.messages().append(second.message())).isEqualTo(new Appended.Stored(KIMS_ID, "Kim"));
    assertThat(office.kims().core().traffic().lateKey()).isEmpty();
  }

  @Test
  void what_was_looked_at_before_the_message_itself_was_there_is_unread_again() {
    new DynamoReadMarks(table, Fixtures.atOnce()).mark(
        ACME, KIMS, id("ana"), new Expected(Optional.empty(), OptionalLong.empty()), office.now());
    assertThat(inbox.messages().append(second.message())).isEqualTo(new Appended.Late());
    assertThat(office.kims().core().traffic().unread()).isTrue();
  }
}
