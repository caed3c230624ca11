package baton.message;

import static baton.message.Delivery.Status.DELIVERED;
import static baton.message.Delivery.Status.FAILED;
import static baton.message.Delivery.Status.PLAYED;
import static baton.message.Delivery.Status.QUEUED;
import static baton.message.Delivery.Status.READ;
import static baton.message.Delivery.Status.SENT;
import static baton.message.Delivery.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import baton.message.Delivery.Status;
import org.junit.jupiter.api.Test;

/// Receipts come in any order, some twice: the furthest is what is known.
class DeliveryTest {
  @Test
  void whatever_the_provider_says_is_further_than_that_nobody_knows() {
    assertThat(Status.values()).containsExactly(QUEUED, UNKNOWN, SENT, FAILED, DELIVERED, READ, PLAYED).isSorted();
  }

  @Test
  void a_failure_says_why_and_whether_its_reason_passes() {
    assertThat(Delivery.failed("131047: closed")).isEqualTo(new Delivery(FAILED, "131047: closed", false));
    assertThat(Delivery.failedForNow("130429: busy")).isEqualTo(new Delivery(FAILED, "130429: busy", true));
    assertThat(Delivery.unknown("no answer")).isEqualTo(new Delivery(UNKNOWN, "no answer", false));
    assertThat(Delivery.of(SENT).error()).isEmpty();
  }
}
