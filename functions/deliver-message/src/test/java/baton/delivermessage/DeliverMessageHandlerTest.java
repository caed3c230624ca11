package baton.delivermessage;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIM;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel;
import baton.channel.Identity;
import baton.message.Delivery;
import baton.table.Outbox;
import baton.testing.Invocation;
import baton.testing.LambdaEvents;
import baton.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

class DeliverMessageHandlerTest {
  private static final String TAKEN = "{\"messages\": [{\"id\": \"wamid.out\"}]}";

  private final Provider provider = new Provider();
  private final World world = World.fresh().with("WHATSAPP_API", provider.url()).with("TELEGRAM_API", provider.url());
  private DeliverMessageHandler handler = new DeliverMessageHandler(world.wiring());

  @AfterEach
  void end() {
    provider.close();
  }

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
    assertThat(world.sqs().putOff()).extracting(put -> put.receiptHandle() + " " + put.visibilityTimeout())
        .containsExactly("receipt-1 6", "receipt-1 20");
    assertThat(reply().path("delivery").asText()).isEqualTo("queued");
    assertThat(deliver(sent)).isEmpty();
    assertThat(reply().path("delivery").asText()).isEqualTo("sent");
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
  }

  @Test
  void a_channel_without_a_token_sends_nothing() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    world.seed().put(without(World.WHATSAPP));
    handler = new DeliverMessageHandler(world.wiring());
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).isEmpty();
    assertThat(reply().path("deliveryError").asText()).startsWith("cannot-send");
  }

  @Test
  void when_the_answer_is_lost_it_is_not_sent_again_and_a_receipt_clears_it_up() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    provider.hangsUp();
    assertThat(deliver(sent)).isEmpty();
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).hasSize(1);
    assertThat(reply().path("deliveryError").asText()).startsWith("unknown").contains("may have arrived");

    var message = Outbox.entry(item()).flatMap(Outbox.Entry::send).orElseThrow();
    assertThat(provider.asked().getFirst().body().path("biz_opaque_callback_data").asText())
        .isEqualTo(message.name().toString());
    world.wiring().deliveries().receipt(World.WHATSAPP, "wamid.out", Delivery.of(Delivery.Status.DELIVERED),
        world.now(), Optional.of(message.name()));
    assertThat(reply().path("delivery").asText()).isEqualTo("delivered");
  }

  @Test
  void a_crash_between_taking_and_sending_leaves_a_message_that_may_have_arrived() {
    var sent = queued("kim writes: hi", "ana replies to kim: hello");
    var message = Outbox.entry(item()).flatMap(Outbox.Entry::send).orElseThrow();
    world.wiring().deliveries().take(message, world.now());
    assertThat(deliver(sent)).isEmpty();
    assertThat(provider.asked()).isEmpty();
    assertThat(reply().path("delivery").asText()).isEqualTo("failed");
    assertThat(reply().path("deliveryError").asText()).startsWith("unknown");
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

  private List<SendMessageRequest> queued(String... sentences) {
    world.given(sentences);
    world.stream().stream().flatMap(item -> Outbox.entry(item).stream()).forEach(world.wiring().round()::publish);
    return world.sqs().sent();
  }

  private List<String> deliver(List<SendMessageRequest> sent) {
    return deliver(LambdaEvents.QUEUE_ARN, 1, sent);
  }

  private List<String> deliver(String queue, int time, List<SendMessageRequest> sent) {
    return LambdaEvents.failures(Invocation.of(handler, LambdaEvents.sqs(queue, time, sent)));
  }

  private JsonNode reply() {
    return replies().getFirst();
  }

  private List<JsonNode> replies() {
    return world.table().ofType("message").stream()
        .filter(item -> item.path("direction").asText().equals("out")).toList();
  }

  private JsonNode on(Channel channel) {
    return world.table().timeline(ACME, Identity.conversation(channel, KIM)).getLast();
  }

  private Map<String, AttributeValue> item() {
    return world.table().items().stream()
        .filter(item -> item.containsKey("direction") && item.get("direction").s().equals("out"))
        .findFirst()
        .orElseThrow();
  }

  private static Channel without(Channel channel) {
    return new Channel(
        channel.id(), channel.workspace(), channel.kind(), channel.name(), channel.account(), channel.team(),
        channel.signing(), channel.verifyToken(), "", channel.salt());
  }
}
