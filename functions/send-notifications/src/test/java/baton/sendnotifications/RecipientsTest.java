package baton.sendnotifications;

import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who is told of what, transition by transition. Of those who signed up for WhatsApp, Cy and Rex may not see what
/// waits in support's queue, and Dan is suspended: they never appear where it waits.
class RecipientsTest {
  private static final String WAITING = "waiting to ana, bo, mia: Kim waits for an answer";
  private static final String MESSAGE = "message to ana, bo, mia: Kim wrote";

  private record Row(String transition, List<String> given, List<String> told) {
    Row tells(String... notices) {
      return new Row(transition, given, List.of(notices));
    }
  }

  private static final List<Row> ROWS = List.of(
      row("T1 a stranger writes", "kim writes: hi").tells(WAITING),
      row("T1 on a channel without a team", "kim writes on telegram: hi")
          .tells("waiting to ana, bo: Kim waits for an answer"),
      row("T1 on a channel nobody signed up for", "kim writes on webhook: hi").tells(),
      row("T2 a pinned contact's next conversation", "kim writes: hi", "ana claims kim", "ana pins kim",
          "kim writes on telegram: hi").tells("assigned to ana: Kim is yours now"),
      row("T5 a claim", "kim writes: hi", "ana claims kim").tells("taken to bo, mia: Kim was taken by ana"),
      row("T5 a claim by who has not signed up", "kim writes: hi", "sam claims kim")
          .tells("taken to ana, bo, mia: Kim was taken by sam"),
      row("T6 assigned to another", "kim writes: hi", "mia assigns kim to bo")
          .tells("assigned to bo: Kim is yours now"),
      row("T6 assigned to a restricted agent", "kim writes: hi", "mia assigns kim to rex")
          .tells("assigned to rex: Kim is yours now"),
      row("T7 the first reply", "kim writes: hi", "ana replies to kim: hello").tells(),
      row("T9 reassigned by a third", "kim writes: hi", "ana claims kim", "mia assigns kim to bo")
          .tells("assigned to bo: Kim is yours now", "moved to ana: Kim moved to bo by mia"),
      row("T9 reassigned by its holder", "kim writes: hi", "ana claims kim", "ana assigns kim to bo")
          .tells("assigned to bo: Kim is yours now"),
      row("T9 taken from a colleague", "kim writes: hi", "ana claims kim", "mia assigns kim to mia")
          .tells("moved to ana: Kim moved to mia"),
      row("T10 returned by its holder", "kim writes: hi", "ana claims kim", "ana returns kim")
          .tells("waiting to bo, mia: Kim waits for an answer"),
      row("T10 returned by another", "kim writes: hi", "ana claims kim", "mia returns kim")
          .tells("moved to ana: Kim went back to the queue", "waiting to ana, bo: Kim waits for an answer"),
      row("T11 to another team", "kim writes: hi", "ana claims kim", "mia assigns kim to team sales")
          .tells("moved to ana: Kim is no longer yours", "waiting to cy: Kim waits for an answer"),
      row("T11 from the queue by who sees it there", "kim writes: hi", "sam assigns kim to team sales")
          .tells("waiting to cy, mia: Kim waits for an answer"),
      row("T17 closed by its holder", "kim writes: hi", "ana claims kim", "ana closes kim").tells(),
      row("T17 closed by another", "kim writes: hi", "ana claims kim", "mia closes kim")
          .tells("closed to ana: Kim was closed"),
      row("T18 back to who had it", "kim writes: hi", "ana claims kim", "ana closes kim", "kim writes: me again")
          .tells("assigned to ana: Kim is yours now"),
      row("T19 back to the queue", "kim writes: hi", "mia closes kim", "kim writes: me again").tells(WAITING),
      row("T20 reopened by who had it", "kim writes: hi", "ana claims kim", "ana closes kim", "ana reopens kim")
          .tells(),
      row("T20 reopened by another", "kim writes: hi", "ana claims kim", "ana closes kim", "bo reopens kim")
          .tells("reopened to ana: Kim was begun again"),
      row("T21 a message to its holder", "kim writes: hi", "ana claims kim", "kim writes: hello?")
          .tells("message to ana: Kim wrote"),
      row("T21 a message in the queue", "kim writes: hi", "kim writes: hello?")
          .tells("message to ana, bo, mia: Kim wrote"),
      row("T25 blocked by its holder", "kim writes: hi", "ana claims kim", "ana blocks kim").tells(),
      row("T25 blocked by another", "kim writes: hi", "ana claims kim", "bo blocks kim")
          .tells("moved to ana: Kim is no longer yours"),
      row("T25 what a blocked contact writes", "kim writes: hi", "ana blocks kim", "kim writes: hello?").tells(),
      row("T26 unblocked", "kim writes: hi", "ana blocks kim", "mia unblocks kim").tells(),
      row("T27 pinned to oneself", "kim writes: hi", "ana claims kim", "ana pins kim").tells(),
      row("T27 taken off by another", "kim writes: hi", "ana claims kim", "ana pins kim", "sam unpins kim")
          .tells("unpinned to ana: Kim is no longer pinned to you"));

  @TestFactory
  Stream<DynamicTest> the_last_sentence_of_each_row_tells_exactly_these() {
    return ROWS.stream()
        .map(row -> DynamicTest.dynamicTest(row.transition(), () -> assertThat(told(row)).isEqualTo(row.told())));
  }

  private static List<String> told(Row row) {
    var told = new Told(World.fresh());
    int last = row.given().size() - 1;
    told.after(row.given().subList(0, last).toArray(String[]::new));
    return told.after(row.given().get(last));
  }

  private static Row row(String transition, String... given) {
    return new Row(transition, List.of(given), List.of());
  }

  @Test
  void from_the_first_message_to_the_last_everybody_hears_what_concerns_them_and_no_more() {
    var told = new Told(World.fresh());
    var heard = new ArrayList<String>();
    for (var sentence : List.of("kim writes: one", "kim writes: two", "kim writes: three")) {
      heard.addAll(told.after(sentence));
    }
    // RA-3, RA-10: who signed up hears each message until somebody has it.
    assertThat(heard).containsExactly(WAITING, MESSAGE, MESSAGE);
    // RA-4 … RA-7: the first to reply is in charge, and only they hear what comes.
    assertThat(told.after("ana replies to kim: hello")).isEmpty();
    assertThat(told.after("kim writes: four")).containsExactly("message to ana: Kim wrote");
    // RA-1, RA-8, RA-9: it follows whoever has it.
    assertThat(told.after("ana assigns kim to bo")).containsExactly("assigned to bo: Kim is yours now");
    assertThat(told.after("kim writes: five")).containsExactly("message to bo: Kim wrote");
  }

  @Test
  void who_was_suspended_meanwhile_is_told_nothing_and_who_signed_up_is_told_instead() {
    var world = World.fresh();
    var told = new Told(world);
    told.after("kim writes: hi", "mia assigns kim to bo");
    assertThat(told.after("bo is suspended", "kim writes: hello?")).containsExactly("message to ana, mia: Kim wrote");
    assertThat(told.after("mia assigns kim to ana")).containsExactly("assigned to ana: Kim is yours now");
  }
}
