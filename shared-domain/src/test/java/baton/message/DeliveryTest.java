package baton.message;

import static baton.message.Delivery.Status.DELIVERED;
import static baton.message.Delivery.Status.FAILED;
import static baton.message.Delivery.Status.PLAYED;
import static baton.message.Delivery.Status.QUEUED;
import static baton.message.Delivery.Status.READ;
import static baton.message.Delivery.Status.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import baton.message.Delivery.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Receipts come in any order, some twice: the furthest is what is known.
class DeliveryTest {
  private static final List<Status> PROGRESS = List.of(QUEUED, SENT, FAILED, DELIVERED, READ, PLAYED);

  @Test
  void only_progress_is_news() {
    for (int known = 0; known < PROGRESS.size(); known++) {
      for (int news = 0; news < PROGRESS.size(); news++) {
        assertThat(Delivery.of(PROGRESS.get(news)).overrules(PROGRESS.get(known)))
            .as("%s after %s", PROGRESS.get(news), PROGRESS.get(known)).isEqualTo(news > known);
      }
    }
  }

  @Test
  void a_failure_says_why() {
    assertThat(Delivery.failed("131047 window closed").error()).isEqualTo("131047 window closed");
    assertThat(Delivery.of(SENT).error()).isEmpty();
  }
}
