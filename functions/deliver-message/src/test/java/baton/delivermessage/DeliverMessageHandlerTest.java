package baton.delivermessage;

import static baton.testing.Fixtures.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import baton.administration.Versioned;
import baton.channel.Registered;
import baton.channel.Stopped;
import baton.message.Delivery;
import baton.testing.LambdaEvents;
import baton.testing.World;
import baton.wire.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliverMessageHandlerTest extends Delivering {
  @Test
  void a_reply_is_sent_once_and_what_the_provider_calls_it_is_recorded() {
    var sent = queued("kim writes: hi", "ana claims kim", "ana replies to kim: Yes, two of them. 🔵");
    provider.answers(200, TAKEN);
    assertThat(deliver(sent)).isEmpty();

    var asked = provider.asked().getFirst();
    assertThat(asked.path()).isEqualTo("/v25.0/100000000000001/messages");
    assertThat(asked.authorization()).isEqualTo("Bearer 7001000001:test-token");
    assertThat(asked.body().path("to").asText()).isEqualTo("+4915112345678");
    assertThat(asked.body().at("/text/body").asText()).isEqualTo("Yes, two of them. 🔵");
    assertThat(reply().path("delivery").asText()).isEqualTo("sent");
    assertThat(reply().path("providerId").asText()).isEqualTo("wamid.out");

    assertThat(deliver(sent)).as("the queue hands it over again").isEmpty();
    assertThat(provider.asked()).hasSize(1);
  }

  @Test
  void telegram_gets_it_by_its_own_api_and_its_number_is_the_providers_id() {
    var sent = queued("kim writes on telegram: hi", "ana replies to kim on telegram: hello");
    provider.answers(200, "{\"ok\": true, \"result\": {\"message_id\": 77, \"chat\": {\"id\": 5500100123}}}");
    assertThat(deliver(sent)).isEmpty();

    assertThat(provider.asked().getFirst().path()).isEqualTo("/bot7001000001:test-token/sendMessage");
    assertThat(provider.texts()).containsExactly("hello");
    assertThat(on(World.TELEGRAM).path("providerId").asText()).isEqualTo("5500100123:77");
  }

  @Test
  void what_the_provider_puts_off_comes_again_when_it_says_and_later_each_time() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    provider.answers(400, "{\"error\": {\"code\": 131056, \"message\": \"pair rate limit\"}}").answers(503, "{}")
        .answers(200, TAKEN);
    assertThat(deliver(sent)).containsExactly("message-1");
    assertThat(deliver(LambdaEvents.QUEUE_ARN, 3, sent)).containsExactly("message-1");
    assertThat(pauses()).containsExactly(6, 20);
    assertThat(reply().path("delivery").asText()).isEqualTo("queued");
    assertThat(deliver(sent)).isEmpty();
    assertThat(reply().path("delivery").asText()).isEqualTo("sent");
  }

  @Test
  void a_failure_whose_reason_passes_says_so() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    provider.answers(200, TAKEN);
    deliver(sent);
    receipt(Delivery.failedForNow("130429: busy"), message(item()), "wamid.out");
    assertThat(reply().path("delivery").asText()).isEqualTo("failed");
    assertThat(reply().path("deliveryError").asText()).isEqualTo("130429: busy");
    assertThat(reply().path("deliveryRetryable").asBoolean()).isTrue();
  }

  @Test
  void a_group_that_has_moved_gets_it_at_its_new_address_and_all_later_ones_too() {
    var sent = queued("kim writes on telegram: hi", "ana replies to kim on telegram: hello");
    provider.answers(400, MOVED)
        .answers(200, "{\"ok\": true, \"result\": {\"message_id\": 78, \"chat\": {\"id\": -1005}}}");
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).extracting(asked -> asked.body().path("chat_id").asLong()).last().isEqualTo(-1005L);
    assertThat(provider.texts()).containsExactly("hello", "hello");
    assertThat(on(World.TELEGRAM).path("delivery").asText()).isEqualTo("sent");
    assertThat(on(World.TELEGRAM).path("providerId").asText()).isEqualTo("-1005:78");

    var next = queued("ana replies to kim on telegram: still there?");
    assertThat(Json.read(next.getLast().messageBody()).path("address").asText()).isEqualTo("-1005");
  }

  @Test
  void a_group_that_always_is_elsewhere_gets_no_third_call() {
    var sent = queued("kim writes on telegram: hi", "ana replies to kim on telegram: hello");
    provider.answers(400, MOVED).answers(400, MOVED).answers(400, MOVED);
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).hasSize(2);
    assertThat(on(World.TELEGRAM).path("deliveryError").asText()).startsWith("moved");
  }

  @Test
  void what_the_provider_refuses_for_good_has_failed_and_is_not_tried_again() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    provider.answers(400, "{\"error\": {\"code\": 131047, \"message\": \"Re-engagement message\"}}");
    assertThat(deliver(sent)).isEmpty();
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).hasSize(1);
    assertThat(reply().path("delivery").asText()).isEqualTo("failed");
    assertThat(reply().path("deliveryError").asText()).isEqualTo("131047: Re-engagement message");
  }

  @Test
  void a_channel_that_must_not_send_any_more_fails_each_message_with_the_reason() {
    var sent = queued("kim writes: hi", "ana replies to kim: one", "ana replies to kim: two");
    provider.answers(401, "{\"error\": {\"code\": 190, \"message\": \"Access token has expired\"}}")
        .answers(401, "{\"error\": {\"code\": 190, \"message\": \"Access token has expired\"}}");
    assertThat(deliver(sent)).isEmpty();
    assertThat(replies()).allSatisfy(reply -> {
      assertThat(reply.path("delivery").asText()).isEqualTo("failed");
      assertThat(reply.path("deliveryError").asText()).contains("190", "expired").doesNotContain("test-token");
    });
    assertThat(log.counting("ChannelStopped")).as("what an alarm of ops/template.yaml hears").hasSize(2)
        .allSatisfy(line -> {
          assertThat(line.path("value").asInt()).isEqualTo(1);
          assertThat(line.path("channel").asText()).isEqualTo("wa-1");
          assertThat(line.path("code").asText()).isEqualTo("190");
        });
    assertThat(world.wiring().directory().channels(ACME)).extracting(Versioned::value)
        .filteredOn(registered -> registered.stopped().isPresent())
        .as("and what administrators see")
        .extracting(Registered::channel, Registered::stopped)
        .containsExactly(tuple(World.WHATSAPP, Optional.of(new Stopped("190", world.now()))));
  }

  @Test
  void a_channel_without_a_token_sends_nothing() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    world.seed().put(with(World.WHATSAPP, ""));
    handler = new DeliverMessageHandler(world.wiring());
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).isEmpty();
    assertThat(reply().path("deliveryError").asText()).startsWith("cannot-send");
  }

  @Test
  void what_follows_a_failed_one_in_its_conversation_waits_and_other_conversations_go_on() {
    var sent = queued("kim writes: hi", "lee writes: hi", "ana replies to kim: one", "ana replies to kim: two",
        "ana replies to lee: three");
    provider.answers(503, "{}").answers(200, TAKEN);
    assertThat(deliver(sent)).containsExactly("message-1", "message-2");
    assertThat(provider.texts()).containsExactly("one", "three");

    provider.answers(200, TAKEN.replace("out", "1")).answers(200, TAKEN.replace("out", "2"));
    assertThat(deliver(sent.subList(0, 2))).isEmpty();
    assertThat(provider.texts()).containsExactly("one", "three", "one", "two");
  }

  @Test
  void what_was_tried_as_often_as_allowed_ends_in_the_conversation_as_failed() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    assertThat(deliver(LambdaEvents.GIVEN_UP_ARN, 1, sent)).isEmpty();
    assertThat(provider.asked()).isEmpty();
    assertThat(reply().path("delivery").asText()).isEqualTo("failed");
    assertThat(reply().path("deliveryError").asText()).startsWith("given-up");
    assertThat(reply().path("deliveryRetryable").asBoolean()).isTrue();
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).as("a late copy in the first queue is not sent either").isEmpty();
  }

  @Test
  void one_that_was_sent_is_not_called_failed_because_a_copy_of_it_was_given_up() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    provider.answers(200, TAKEN);
    deliver(sent);
    assertThat(deliver(LambdaEvents.GIVEN_UP_ARN, 1, sent)).isEmpty();
    assertThat(reply().path("delivery").asText()).isEqualTo("sent");
  }

  @Test
  void receipts_join_whether_they_come_before_or_after_the_providers_answer() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    world.wiring().deliveries().receipt(
        World.WHATSAPP, "wamid.out", Delivery.of(Delivery.Status.DELIVERED), world.now(), Optional.empty());
    provider.answers(200, TAKEN);
    deliver(sent);
    assertThat(reply().path("delivery").asText()).isEqualTo("delivered");
    world.wiring().deliveries().receipt(
        World.WHATSAPP, "wamid.out", Delivery.of(Delivery.Status.READ), world.now(), Optional.empty());
    assertThat(reply().path("delivery").asText()).isEqualTo("read");
  }
}
