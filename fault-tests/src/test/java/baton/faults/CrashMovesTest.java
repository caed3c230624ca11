package baton.faults;

import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.online;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// An agent's click, with everything that can go wrong at each call to the table; then the client sends it again.
class CrashMovesTest {
  private static final String KIMS = Office.KIM.conversation();

  private static Office people() {
    return Office.with(List.of("ana", "bo"), online("ana").in("support"), online("bo").in("support"), manager("mia"));
  }

  private static void waiting(Office office) {
    Stories.done(office.instance().webhook(Office.KIM.writes("wamid.1", "hello", office.now())));
  }

  private static Consumer<Office> then(ApiCall... calls) {
    return office -> {
      waiting(office);
      for (var call : calls) {
        Stories.done(office.instance().api(call));
      }
    };
  }

  private static final ApiCall CLAIM = ApiCall.claim(KIMS, "ana");
  private static final ApiCall CLOSE = ApiCall.close(KIMS, "ana");
  private static final ApiCall REPLY = ApiCall.reply(KIMS, "ana", "hello Kim").key("reply-1");

  @TestFactory
  Stream<DynamicTest> a_claim_is_made_once() {
    return both("claim", CrashMovesTest::waiting, CLAIM);
  }

  @TestFactory
  Stream<DynamicTest> a_close_is_made_once() {
    return both("close", then(CLAIM), CLOSE);
  }

  @TestFactory
  Stream<DynamicTest> a_first_reply_is_sent_once_and_takes_the_conversation_once() {
    return Sweep.once(Scenario.api("first reply", CrashMovesTest::people, CrashMovesTest::waiting, REPLY));
  }

  @TestFactory
  Stream<DynamicTest> a_further_reply_is_sent_once() {
    return Sweep.once(Scenario.api("reply", CrashMovesTest::people, then(CLAIM), REPLY));
  }

  @TestFactory
  Stream<DynamicTest> a_reopening_is_made_once() {
    return keyed("reopen", then(CLAIM, CLOSE), ApiCall.reopen(KIMS, "ana"));
  }

  @TestFactory
  Stream<DynamicTest> an_assignment_is_made_once() {
    return keyed("assign", CrashMovesTest::waiting, ApiCall.assign(KIMS, "mia", "bo"));
  }

  @TestFactory
  Stream<DynamicTest> an_assignment_to_a_team_is_made_once() {
    return both("assign to a team", then(CLAIM), ApiCall.assignTeam(KIMS, "mia", "sales"));
  }

  @TestFactory
  Stream<DynamicTest> a_reassignment_is_made_once() {
    return both("reassign", then(CLAIM), ApiCall.reassign(KIMS, "ana", "bo"));
  }

  @TestFactory
  Stream<DynamicTest> a_return_to_the_queue_is_made_once() {
    return keyed("unassign", then(CLAIM), ApiCall.unassign(KIMS, "ana"));
  }

  @TestFactory
  Stream<DynamicTest> a_pin_is_put_on_once() {
    return keyed("pin", then(CLAIM), ApiCall.pin(Office.KIM.contact(), "ana"));
  }

  @TestFactory
  Stream<DynamicTest> a_pin_is_taken_off_once() {
    return keyed("unpin", then(CLAIM, ApiCall.pin(Office.KIM.contact(), "ana")),
        ApiCall.unpin(Office.KIM.contact(), "ana"));
  }

  @TestFactory
  Stream<DynamicTest> a_contact_is_blocked_once() {
    return both("block", then(CLAIM), ApiCall.block(Office.KIM.contact(), "mia"));
  }

  @TestFactory
  Stream<DynamicTest> a_contact_is_unblocked_once() {
    return keyed("unblock", then(CLAIM, ApiCall.block(Office.KIM.contact(), "mia")),
        ApiCall.unblock(Office.KIM.contact(), "mia"));
  }

  @TestFactory
  Stream<DynamicTest> two_faults_in_a_row_are_no_worse_for_a_claim() {
    return Stream.of(CLAIM, CLAIM.key("claim-1")).flatMap(call -> Sweep.twice(
        Scenario.api("claim", CrashMovesTest::people, CrashMovesTest::waiting, call), "TransactWriteItems"));
  }

  @TestFactory
  Stream<DynamicTest> two_faults_in_a_row_are_no_worse_for_a_reply() {
    return Sweep.twice(
        Scenario.api("first reply", CrashMovesTest::people, CrashMovesTest::waiting, REPLY), "TransactWriteItems");
  }

  // Whoever names no request finds at its repetition that it is so already; the long run asks that of every move.
  private static Stream<DynamicTest> keyed(String name, Consumer<Office> before, ApiCall call) {
    return Fault.LONG
        ? both(name, before, call)
        : Sweep.once(Scenario.api(name, CrashMovesTest::people, before, call.key("key-1")));
  }

  private static Stream<DynamicTest> both(String name, Consumer<Office> before, ApiCall call) {
    return Stream.of(call, call.key("key-1")).flatMap(one ->
        Sweep.once(Scenario.api(name, CrashMovesTest::people, before, one)));
  }
}
