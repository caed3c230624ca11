package baton.faults;

import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contact.Contact;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A customer's message, with everything that can go wrong at each call to the table; then the provider sends it again.
class CrashIntakeTest {
  private static final String KIMS = Office.KIM.conversation();
  private static final ApiCall CLAIM = ApiCall.claim(KIMS, "ana");
  private static final ApiCall CLOSE = ApiCall.close(KIMS, "ana");
  private static final ApiCall PIN = ApiCall.pin(Office.KIM.contact(), "ana");
  private static final String SECOND =
      Office.KIM.writes("wamid.2", "are you there?", NOW.plusSeconds(60));

  private static Office people() {
    return Office.with(List.of("ana", "bo"), online("ana"), online("bo"), manager("mia"));
  }

  private static Consumer<Office> after(ApiCall... calls) {
    return office -> {
      Stories.done(office.instance().webhook(Office.KIM.writes("wamid.1", "hello", office.now())));
      for (var call : calls) {
        office.later(Duration.ofSeconds(1));
        Stories.done(office.instance().api(call));
      }
      office.later(Duration.ofSeconds(60));
    };
  }

  private static Scenario second(String name, ApiCall... calls) {
    return Scenario.webhook(name, CrashIntakeTest::people, after(calls), SECOND);
  }

  private static Scenario first() {
    return Scenario.webhook("the first message of a new contact", CrashIntakeTest::people, _ -> { },
        Office.KIM.writes("wamid.1", "hello", NOW));
  }

  @TestFactory
  Stream<DynamicTest> a_new_contacts_message_opens_one_conversation() {
    return Sweep.once(first());
  }

  @TestFactory
  Stream<DynamicTest> a_message_into_a_waiting_conversation_is_kept_once() {
    return Sweep.once(second("a message into a waiting conversation"));
  }

  @TestFactory
  Stream<DynamicTest> a_message_into_an_assigned_conversation_is_kept_once() {
    return Sweep.once(second("a message into an assigned conversation", CLAIM));
  }

  @TestFactory
  Stream<DynamicTest> a_message_reopens_a_closed_conversation_once() {
    return Sweep.once(second("a message into a closed conversation", CLAIM, CLOSE));
  }

  @TestFactory
  Stream<DynamicTest> a_message_of_a_pinned_contact_goes_to_its_agent_once() {
    return Sweep.once(second("a message of a pinned contact", CLAIM, PIN, CLOSE));
  }

  @TestFactory
  Stream<DynamicTest> a_message_of_a_blocked_contact_is_hidden_once() {
    return Sweep.once(second("a message of a blocked contact", ApiCall.block(Office.KIM.contact(), "mia")));
  }

  // WhatsApp's clock has seconds: what was written just before the agent's last word stands behind it on the timeline.
  @TestFactory
  Stream<DynamicTest> a_message_that_stands_behind_the_last_reply_reopens_a_closed_conversation_once() {
    var reply = ApiCall.reply(KIMS, "ana", "bye");
    return Sweep.once(Scenario.webhook("a late message into a closed conversation", CrashIntakeTest::people,
        after(CLAIM, reply, CLOSE),
        Office.KIM.writes("wamid.2", "one more thing", NOW.plusSeconds(1))));
  }

  @TestFactory
  Stream<DynamicTest> a_message_that_stands_behind_the_last_reply_is_late_once() {
    return Sweep.once(Scenario.webhook("a late message", CrashIntakeTest::people,
        after(CLAIM, ApiCall.reply(KIMS, "ana", "anything else?")),
        Office.KIM.writes("wamid.2", "one more thing", NOW.plusSeconds(1))));
  }

  // A name is followed on a message's way, without a promise: the next message brings what is missing.
  @TestFactory
  Stream<DynamicTest> a_customers_new_name_is_shown_everywhere_by_the_next_message() {
    var renamed = new Customer(Office.CHANNEL, "Kim Lee", Office.KIM.number());
    String one = renamed.writes("wamid.2", "it is me", NOW.plusSeconds(60));
    String next = renamed.writes("wamid.3", "Kim!", NOW.plusSeconds(61));
    return Sweep.once(Scenario.webhook("a new name", CrashIntakeTest::people, after(), one), office -> {
      Stories.done(office.instance().webhook(next));
      var everything = office.everything();
      assertThat(everything.contacts().values()).extracting(Contact::originalName).containsExactly("Kim Lee");
      assertThat(everything.conversations().values()).extracting(each -> each.core().contactName())
          .containsExactly("Kim Lee");
      assertThat(office.items().keySet()).noneMatch(key -> key.pk().endsWith("#QUARANTINE"));
    });
  }

  @TestFactory
  Stream<DynamicTest> a_process_may_die_between_the_message_and_its_conversation() {
    var message = new CallSite("PutItem", 1);
    var head = new CallSite("UpdateItem", 1);
    return Stream.of(first(), second("a waiting conversation"), second("a closed conversation", CLAIM, CLOSE))
        .flatMap(scenario -> Sweep.amid(scenario, message, head));
  }

  @TestFactory
  Stream<DynamicTest> two_faults_in_a_row_are_no_worse() {
    return Stream.concat(
        Sweep.twice(first(), "TransactWriteItems"),
        Sweep.twice(second("a message into a waiting conversation"), "UpdateItem"));
  }
}
