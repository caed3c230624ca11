package baton.delivermessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.channels.SendCall;
import baton.message.Delivery;
import baton.testing.LambdaEvents;
import baton.testing.World;
import baton.wiring.Environment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Whatever goes wrong, a reply is sent once, and what is said of it is true.
class TroubleTest extends Delivering {
  @Test
  void a_long_outage_is_outlasted_by_longer_and_longer_pauses_and_a_providers_own_wish_by_half_a_day() {
    var sent = queued("kim writes on telegram: hi", "ana replies to kim on telegram: hello");
    for (int tries = 1; tries <= 15; tries++) {
      provider.answers(503, "");
      deliver(LambdaEvents.QUEUE_ARN, tries, sent);
    }
    assertThat(pauses()).startsWith(5, 10, 20, 40, 80, 160, 320, 640, 900, 900).endsWith(900);
    assertThat(Redelivery.survives(15)).isGreaterThan(Duration.ofMinutes(100))
        .hasSeconds(pauses().stream().limit(14).mapToInt(Integer::intValue).sum());

    for (int asked : List.of(3_600, 80_000, 7)) {
      provider.answers(429, "{\"ok\": false, \"error_code\": 429, \"parameters\": {\"retry_after\": %d}}"
          .formatted(asked));
      deliver(LambdaEvents.QUEUE_ARN, 2, sent);
    }
    assertThat(pauses()).endsWith(3_600, (int) Redelivery.LONGEST_ASKED.toSeconds(), 10);
    assertThat(Redelivery.LONGEST_ASKED).isLessThan(Duration.ofHours(12));
    assertThat(provider.asked()).hasSize(18);
    assertThat(on(World.TELEGRAM).path("delivery").asText()).isEqualTo("queued");
  }

  @Test
  void a_broken_answer_that_is_not_the_providers_own_is_not_followed_by_a_second_message() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    provider.answers(504, "<html>Gateway Timeout</html>");
    assertThat(deliver(sent)).isEmpty();
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).hasSize(1);
    assertThat(reply().path("delivery").asText()).isEqualTo("unknown");
    assertThat(reply().path("deliveryError").asText()).contains("may have arrived", "504");
  }

  @Test
  void an_answer_that_begins_and_does_not_end_is_not_waited_for_for_ever() throws IOException {
    try (var host = RawHost.trickling()) {
      var apis = new ChannelApis(new Environment(Map.of()), Duration.ofMillis(200));
      var call = ChannelApis.request(SendCall.post(URI.create(host.at("http")), Map.of(), "{}"));
      assertThatThrownBy(() -> apis.call(call)).isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void an_answer_that_is_longer_than_any_real_one_is_not_read_to_its_end() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    provider.answers(200, "{" + " ".repeat(2 << 20) + "}");
    assertThat(deliver(sent)).isEmpty();
    assertThat(reply().path("delivery").asText()).isEqualTo("unknown");
  }

  @Test
  void whatever_the_provider_says_is_better_than_that_nobody_knows() {
    for (var status : List.of(Delivery.Status.SENT, Delivery.Status.FAILED, Delivery.Status.DELIVERED)) {
      receipt(Delivery.of(status), unknownReply(), "wamid." + status);
      assertThat(replies().getLast().path("delivery").asText()).isEqualTo(status.word());
      assertThat(replies().getLast().path("deliveryError").asText()).isEmpty();
    }
  }

  @Test
  void a_receipt_also_proves_wrong_that_it_was_given_up() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    deliver(LambdaEvents.GIVEN_UP_ARN, 1, sent);
    receipt(Delivery.of(Delivery.Status.SENT), message(item()), "wamid.out");
    assertThat(reply().path("delivery").asText()).isEqualTo("sent");
    assertThat(reply().has("deliveryRetryable")).isFalse();
  }

  @Test
  void one_whose_last_try_ended_without_an_answer_is_not_said_to_have_failed_when_it_is_given_up() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    world.wiring().deliveries().take(message(item()), world.now());
    assertThat(deliver(LambdaEvents.GIVEN_UP_ARN, 1, sent)).isEmpty();
    assertThat(reply().path("delivery").asText()).isEqualTo("unknown");
  }

  @Test
  void while_the_channel_cannot_be_read_nothing_is_taken_and_nothing_is_lost() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    world.tableFails(GetItemRequest.class::isInstance);
    assertThat(deliver(sent)).containsExactly("message-1");
    assertThat(reply().path("delivery").asText()).isEqualTo("queued");
    assertThat(reply().has("takenBy")).isFalse();
    assertThat(pauses()).as("the table's trouble is outlasted too").containsExactly(5);
    world.tableAnswers();
    provider.answers(200, TAKEN);
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).hasSize(1);
    assertThat(reply().path("delivery").asText()).isEqualTo("sent");
  }

  @Test
  void a_token_of_which_no_call_can_be_made_fails_the_message_and_is_not_told_to_the_log() {
    for (var channel : List.of(World.WHATSAPP, World.TELEGRAM)) {
      world.seed().put(with(channel, "to\r\nken"));
    }
    handler = log.of(() -> new DeliverMessageHandler(world.wiring()));
    provider.answers(404, "");
    assertThat(deliver(queued("kim writes: hi", "ana replies to kim: hello"))).isEmpty();
    assertThat(provider.asked()).isEmpty();
    assertThat(reply().path("delivery").asText()).isEqualTo("failed");
    assertThat(reply().path("deliveryError").asText()).startsWith("cannot-send").doesNotContain("ken:");
    assertThat(log.text()).doesNotContain("to\\r\\nken");
  }

  @Test
  void where_nobody_is_reached_nothing_was_sent_and_it_comes_again() throws IOException {
    try (var refusing = RawHost.withoutHandshake()) {
      for (String nowhere : List.of("http://localhost:1", "http://nobody.invalid", refusing.at("https"))) {
        world.with("WHATSAPP_API", nowhere);
        handler = new DeliverMessageHandler(world.wiring());
        var sent = queued("kim writes: hi", "ana replies to kim: hello");
        assertThat(deliver(sent.subList(sent.size() - 1, sent.size()))).as(nowhere).containsExactly("message-1");
        assertThat(replies().getLast().path("delivery").asText()).as(nowhere).isEqualTo("queued");
        assertThat(replies().getLast().has("takenBy")).isFalse();
      }
    }
  }

  @Test
  void a_connection_is_not_kept_for_the_next_message() {
    var sent = queued("kim writes: hi", "ana replies to kim: one", "ana replies to kim: two");
    provider.answers(200, TAKEN.replace("out", "1")).answers(200, TAKEN.replace("out", "2"));
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).extracting(Provider.Asked::from).doesNotHaveDuplicates().hasSize(2);
    assertThat(provider.asked()).extracting(Provider.Asked::protocol).containsOnly("HTTP/1.1");
  }

  @Test
  void what_cannot_be_read_comes_again_soon_each_time_so_that_it_is_soon_set_aside() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    var unreadable = List.of(sent.getFirst().toBuilder().messageBody("{\"conversation\": 7}").build());
    for (int tries : List.of(1, 9)) {
      assertThat(deliver(LambdaEvents.QUEUE_ARN, tries, unreadable)).containsExactly("message-1");
    }
    assertThat(pauses()).containsExactly(5, 5);
    assertThat(deliver(LambdaEvents.GIVEN_UP_ARN, 1, unreadable)).as("until it ends in OutboundLost")
        .containsExactly("message-1");
    assertThat(pauses()).hasSize(2);

    provider.answers(200, TAKEN);
    assertThat(deliver(sent)).as("what follows it, in a batch of its own").isEmpty();
  }

  @Test
  void when_the_answer_is_lost_it_is_not_sent_again_and_a_receipt_clears_it_up() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    provider.hangsUp();
    assertThat(deliver(sent)).isEmpty();
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).hasSize(1);
    assertThat(reply().path("delivery").asText()).isEqualTo("unknown");
    assertThat(reply().path("deliveryError").asText()).startsWith("it may have arrived");

    var message = message(item());
    assertThat(provider.asked().getFirst().body().path("biz_opaque_callback_data").asText())
        .isEqualTo(message.name().toString());
    world.wiring().deliveries().receipt(World.WHATSAPP, "wamid.out", Delivery.of(Delivery.Status.DELIVERED),
        world.now(), Optional.of(message.name()));
    assertThat(reply().path("delivery").asText()).isEqualTo("delivered");
  }

  @Test
  void a_crash_between_taking_and_sending_leaves_a_message_that_may_have_arrived() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    var message = message(item());
    world.wiring().deliveries().take(message, world.now());
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).isEmpty();
    assertThat(reply().path("delivery").asText()).isEqualTo("unknown");
    assertThat(reply().path("deliveryError").asText()).startsWith("it may have arrived");
  }

  @Test
  void while_the_table_does_not_answer_nothing_is_sent_and_the_record_comes_again() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    world.tableFails(UpdateItemRequest.class::isInstance);
    assertThat(deliver(sent)).containsExactly("message-1");
    assertThat(provider.asked()).isEmpty();
    world.tableAnswers();
    provider.answers(200, TAKEN);
    assertThat(deliver(sent)).isEmpty();
  }
}
