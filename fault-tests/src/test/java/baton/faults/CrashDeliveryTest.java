package baton.faults;

import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.faults.Provider.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A reply on its way to the customer, whatever the provider and the table do.
class CrashDeliveryTest {
  private static final Customer LEE = new Customer(Office.CHANNEL, "Lee", "4915187654321");

  private final Provider provider = new Provider();
  private final Office office = Office.with(List.of(), online("ana"), online("bo")).sendingTo(provider.address());
  private final Mail mail = new Mail(office);

  @BeforeEach
  void two_conversations() {
    mail.begin(Office.KIM, "ana");
    mail.begin(LEE, "bo");
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private void receipt(Customer customer, String id, String status, String ours) {
    Stories.done(office.another().webhook(customer.receipt(id, status, office.now(), ours)));
  }

  @Test
  void a_reply_whose_answer_was_lost_is_never_sent_again_and_a_receipt_that_names_it_clears_it_up() {
    var one = mail.write(Office.KIM, "ana", "hello Kim");
    provider.answers(Answer.LOST);
    assertThat(mail.deliver(1, one).isDone()).isTrue();
    assertThat(mail.status("hello Kim")).startsWith("unknown: it may have arrived");
    assertThat(mail.deliver(2, one).isDone()).isTrue();
    assertThat(provider.asked()).containsExactly("hello Kim");

    receipt(Office.KIM, Provider.idOf("hello Kim"), "delivered", Mail.name(one));
    assertThat(mail.status("hello Kim")).isEqualTo("delivered");
    assertThat(mail.providerId("hello Kim")).isEqualTo(Provider.idOf("hello Kim"));
  }

  @Test
  void a_lost_answer_on_a_connection_that_was_used_before_sends_nothing_twice_either() {
    var instance = office.another();
    var one = mail.write(Office.KIM, "ana", "one");
    var two = mail.write(Office.KIM, "ana", "two");
    assertThat(instance.deliver(Queue.event(Queue.ARN, 1, List.of(one))).isDone()).isTrue();
    provider.answers(Answer.LOST);
    instance.deliver(Queue.event(Queue.ARN, 1, List.of(two)));
    assertThat(provider.asked()).containsExactly("one", "two");
    assertThat(mail.status("two")).startsWith("unknown: it may have arrived");
  }

  @Test
  void what_the_provider_refuses_for_now_is_sent_later_in_the_order_of_its_conversation() {
    var one = mail.write(Office.KIM, "ana", "one");
    var two = mail.write(Office.KIM, "ana", "two");
    var lees = mail.write(LEE, "bo", "hello Lee");
    provider.answers(Answer.BUSY);
    var first = mail.deliver(1, one, two, lees);
    assertThat(first.failures()).containsExactly(one.messageDeduplicationId(), two.messageDeduplicationId());
    assertThat(provider.taken()).as("nobody else waits").containsExactly("hello Lee");
    assertThat(mail.status("one")).isEqualTo("queued");

    provider.answers(Answer.BROKEN);
    assertThat(mail.deliver(2, one, two).failures()).hasSize(2);
    assertThat(mail.deliver(3, one, two).isDone()).isTrue();
    assertThat(provider.taken()).containsExactly("hello Lee", "one", "two");
    assertThat(office.queue().pauses()).as("each pause is longer").isSorted().doesNotHaveDuplicates().hasSize(2);
    assertThat(mail.status("one")).isEqualTo("sent");
    assertThat(mail.status("two")).isEqualTo("sent");
  }

  @Test
  void what_can_never_be_sent_fails_by_its_reason_and_holds_up_nothing() {
    var one = mail.write(Office.KIM, "ana", "one");
    var two = mail.write(Office.KIM, "ana", "two");
    provider.answers(Answer.NEVER);
    assertThat(mail.deliver(1, one, two).isDone()).isTrue();
    assertThat(mail.status("one")).isEqualTo("failed: 131026: undeliverable");
    assertThat(mail.status("two")).isEqualTo("sent");
    assertThat(provider.taken()).containsExactly("two");
  }

  @Test
  void what_was_tried_as_often_as_allowed_ends_as_a_failed_message() {
    var one = mail.write(Office.KIM, "ana", "one");
    var two = mail.write(Office.KIM, "ana", "two");
    provider.answers(Answer.BUSY);
    mail.deliver(1, one);
    mail.deliver(1, two);
    assertThat(mail.giveUp(one, two).isDone()).isTrue();
    assertThat(mail.status("one")).startsWith("failed: given-up");
    assertThat(mail.status("two")).as("what was sent is not taken back").isEqualTo("sent");
    assertThat(mail.deliver(1, one).isDone()).isTrue();
    assertThat(provider.taken()).containsExactly("two");
  }

  @Test
  void a_receipt_that_comes_before_the_sending_is_recorded_is_not_forgotten() {
    var one = mail.write(Office.KIM, "ana", "one");
    var instance = office.instance();
    office.http().meanwhile(new CallSite("UpdateItem", 2), () -> receipt(Office.KIM, Provider.idOf("one"), "read", ""));
    assertThat(instance.deliver(Queue.event(Queue.ARN, 1, List.of(one))).isDone()).isTrue();
    assertThat(mail.status("one")).isEqualTo("read");
  }

  @Test
  void receipts_in_any_order_never_go_back() {
    var one = mail.write(Office.KIM, "ana", "one");
    mail.deliver(1, one);
    for (String status : List.of("delivered", "read", "delivered", "sent", "failed", "read")) {
      receipt(Office.KIM, Provider.idOf("one"), status, "");
    }
    assertThat(mail.status("one")).isEqualTo("read");
  }

  @Test
  void one_that_was_taken_without_our_knowing_is_put_back_for_nothing_was_sent() {
    var one = mail.write(Office.KIM, "ana", "one");
    var lost = FaultPlan.of(new CallSite("UpdateItem", 1), new Fault(Fault.Kind.TIMEOUT_AFTER_COMMIT, true));
    assertThat(office.instance(lost).deliver(Queue.event(Queue.ARN, 1, List.of(one))).isDone()).isFalse();
    office.instance();
    assertThat(provider.asked()).isEmpty();
    assertThat(mail.deliver(2, one).isDone()).isTrue();
    assertThat(mail.status("one")).isEqualTo("sent");
  }

  @TestFactory
  Stream<DynamicTest> a_receipt_is_applied_once_whatever_ends_in_between() {
    String ours = Mail.name(mail.write(Office.KIM, "ana", "named"));
    return Stream.of("", ours).flatMap(name -> Sweep.once(Scenario.webhook(
        "a receipt" + (name.isEmpty() ? "" : " that names our message"), () -> office,
        all -> mail.deliver(1, mail.write(Office.KIM, "ana", "one" + name.length())),
        Office.KIM.receipt(Provider.idOf("one" + name.length()), "delivered", office.now(), name))));
  }

  @TestFactory
  Stream<DynamicTest> a_reply_is_sent_once_whatever_the_table_does() {
    var one = mail.write(Office.KIM, "ana", "one");
    var before = office.items();
    office.instance().deliver(Queue.event(Queue.ARN, 1, List.of(one)));
    return office.http().calls().stream().sorted()
        .flatMap(site -> Fault.at(site).stream().map(fault -> FaultPlan.of(site, fault)))
        .map(plan -> DynamicTest.dynamicTest("a reply: " + plan, () -> {
          office.inbox().restore(before);
          provider.clear();
          var batch = office.instance(plan).deliver(Queue.event(Queue.ARN, 1, List.of(one)));
          assertThat(office.http().struck()).isPositive();
          office.instance();
          for (int tries = 2; tries < 5 && !batch.isDone(); tries++) {
            batch = mail.deliver(tries, one);
          }
          assertThat(batch.isDone()).isTrue();
          assertThat(provider.taken()).hasSizeLessThanOrEqualTo(1);
          boolean survives = plan.faults().values().stream()
              .noneMatch(fault -> fault.always() || fault.kind().isCrash());
          if (survives) {
            assertThat(mail.status("one")).as("one lost answer is no lost reply").isEqualTo("sent");
          }
          assertThat(mail.status("one").equals("sent") ? provider.taken() : List.of("")).hasSize(1);
          assertThat(mail.status("one")).matches("sent|unknown: it may have arrived.*");
        }));
  }
}
