package baton.ingestmessage;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel;
import baton.table.Outbox;
import baton.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Bodies of many items, receipts, and a table that does not answer.
class BatchesIngestTest {
  private final World world = World.fresh();
  private final Webhooks webhooks = new Webhooks(world);

  @Test
  void a_broken_item_is_quarantined_and_keeps_no_other_from_its_conversation() {
    String body = new WhatsAppBody().person("lee-1", "4915187654321", "Lee")
        .kimWrites("wamid.1", world.now(), "one")
        .broken()
        .writes("lee-1", "wamid.2", Long.toString(world.now().getEpochSecond()), "two")
        .receipt("wamid.out", "delivered", world.now())
        .toString();
    assertThat(webhooks.whatsApp(body).status()).isEqualTo(200);

    assertThat(world.table().ofType("message")).hasSize(2);
    assertThat(world.table().quarantine(World.WHATSAPP.id())).singleElement()
        .satisfies(kept -> assertThat(kept.path("body").asText()).isEqualTo("{\"type\":\"text\"}"));
    assertThat(world.table().receipt(World.WHATSAPP.id(), "wamid.out").path("delivery").asText())
        .isEqualTo("delivered");
  }

  @Test
  void of_a_body_for_another_account_only_that_it_came_is_kept() {
    String body = new WhatsAppBody().account("999999999999999").kimWrites("wamid.1", world.now(), "who?").toString();
    assertThat(webhooks.whatsApp(body).status()).isEqualTo(200);
    assertThat(webhooks.whatsApp(body).status()).isEqualTo(200);

    assertThat(world.table().counts()).isEmpty();
    assertThat(world.table().quarantine(World.WHATSAPP.id())).singleElement().satisfies(kept -> {
      assertThat(kept.path("why").asText()).isEqualTo("another account: 999999999999999");
      assertThat(kept.path("body").isMissingNode()).isTrue();
      assertThat(kept.path("expiresAt").asLong()).isEqualTo(world.now().plus(Duration.ofDays(30)).getEpochSecond());
    });
  }

  @Test
  void another_accounts_messages_in_the_same_body_are_kept_nowhere_and_our_own_are() {
    var ours = new WhatsAppBody().kimWrites("wamid.1", world.now(), "ours").broken();
    var theirs = new WhatsAppBody().account("999999999999999")
        .kimWrites("wamid.2", world.now(), "their riddle").kimWrites("wamid.3", world.now(), "another riddle").broken();
    assertThat(webhooks.whatsApp(ours.and(theirs)).status()).isEqualTo(200);

    assertThat(texts()).containsExactly("ours");
    assertThat(world.table().quarantine(World.WHATSAPP.id())).extracting(kept -> kept.path("why").asText())
        .containsExactlyInAnyOrder(
            "another account: 999999999999999", "malformed: Neither 'from_user_id' nor 'from' names a person.");
    assertThat(world.table().items().toString()).doesNotContain("riddle");
  }

  @Test
  void a_channel_that_names_no_account_takes_nobodys_messages() {
    var channel = World.WHATSAPP;
    world.seed().put(new Channel(
        channel.id(), channel.workspace(), channel.kind(), channel.name(), "", channel.team(), channel.signing(),
        channel.verifyToken(), channel.sendToken(), channel.salt()));
    String body = new WhatsAppBody().kimWrites("wamid.1", world.now(), "who?").toString();
    assertThat(webhooks.whatsApp(body).status()).isEqualTo(200);
    assertThat(world.table().counts()).isEmpty();
    assertThat(world.table().quarantine(channel.id())).hasSize(1);
  }

  @Test
  void what_a_message_says_beyond_our_understanding_is_quarantined_beside_the_message() {
    String hologram = "{\"from_user_id\":\"kim-1\",\"id\":\"wamid.1\",\"timestamp\":\"" + world.now().getEpochSecond()
        + "\",\"type\":\"hologram\",\"hologram\":{\"says\":\"call me\"}}";
    webhooks.whatsApp(new WhatsAppBody().with(hologram).toString());

    assertThat(world.table().timeline(ACME, KIMS)).extracting(item -> item.path("kind").asText())
        .containsExactly("unsupported");
    assertThat(world.table().quarantine(World.WHATSAPP.id())).singleElement().satisfies(kept -> {
      assertThat(kept.path("why").asText()).isEqualTo("kept only in part, as unsupported");
      assertThat(kept.path("body").asText()).isEqualTo(hologram);
    });
  }

  @Test
  void a_text_too_long_for_an_item_is_clipped_on_the_timeline_and_whole_in_quarantine() {
    String text = "€".repeat(30_000);
    webhooks.webhook("msg_1", "{\"type\":\"message.created\",\"data\":{\"id\":\"m1\",\"from\":{\"id\":\"kim\"},\"text\":\""
        + text + "\"}}");

    assertThat(world.table().ofType("message")).singleElement().satisfies(message -> {
      assertThat(message.path("kind").asText()).isEqualTo("text:clipped");
      assertThat(message.path("text").asText()).isEqualTo("€".repeat(65_536 / 3));
    });
    assertThat(world.table().quarantine(World.WEBHOOK.id())).singleElement()
        .satisfies(kept -> assertThat(kept.path("body").asText()).contains(text));
  }

  @Test
  void a_repeat_within_the_hour_is_the_same_entry_of_the_quarantine() {
    String body = new WhatsAppBody().broken().toString();
    webhooks.whatsApp(body);
    world.later(Duration.ofMinutes(5));
    webhooks.whatsApp(body);
    assertThat(world.table().quarantine(World.WHATSAPP.id())).hasSize(1);
  }

  @Test
  void a_quarter_of_a_megabyte_that_is_no_text_at_all_is_kept_as_far_as_an_item_holds_it() {
    byte[] noise = new byte[256 * 1024];
    Arrays.fill(noise, (byte) 0xff);
    var call = Webhooks.to(World.TELEGRAM).body(noise, true)
        .header("X-Telegram-Bot-Api-Secret-Token", Webhooks.secret(World.TELEGRAM));
    assertThat(webhooks.deliver(call).status()).isEqualTo(200);
    assertThat(world.table().quarantine(World.TELEGRAM.id())).hasSize(1);
  }

  @Test
  void a_thousand_messages_of_one_body_are_all_kept_by_a_repeat_where_the_time_did_not_suffice() {
    var body = new WhatsAppBody();
    IntStream.range(0, 40).forEach(person -> body.person("p-" + person, "49151" + (10_000_000 + person), "P" + person));
    IntStream.range(0, 1000).forEach(i -> body.writes(
        "p-" + i % 40, "wamid." + i, Long.toString(world.now().getEpochSecond() - 1000 + i), "message " + i));
    assertThat(webhooks.patient(Duration.ZERO).whatsApp(body.toString()).said()).isEqualTo("503 unavailable");
    assertThat(webhooks.patient(Duration.ofMinutes(5)).whatsApp(body.toString()).said()).isEqualTo("200");

    assertThat(world.table().counts())
        .containsEntry("message", 1000).containsEntry("conversation", 40).containsEntry("event", 40);
  }

  @Test
  void of_many_messages_of_one_conversation_those_that_were_kept_in_time_stay_and_the_rest_is_asked_for_again() {
    var body = new WhatsAppBody();
    IntStream.range(0, 300).forEach(i -> body.kimWrites("wamid." + i, world.now().minusSeconds(1000 - i), "m" + i));
    assertThat(webhooks.patient(Duration.ZERO).whatsApp(body.toString()).said()).isEqualTo("503 unavailable");
    assertThat(world.table().counts()).isEmpty();

    world.tableFails(put -> put instanceof PutItemRequest message && message.toString().contains("S=wamid.20)"));
    assertThat(webhooks.patient(Duration.ofMinutes(5)).whatsApp(body.toString()).said()).isEqualTo("503 unavailable");
    assertThat(world.table().counts()).containsEntry("message", 20);
    world.tableAnswers();
    assertThat(webhooks.patient(Duration.ofMinutes(5)).whatsApp(body.toString()).said()).isEqualTo("200");

    assertThat(texts()).hasSize(300).startsWith("m0", "m1").endsWith("m298", "m299");
    var head = world.table().conversation(ACME, KIMS);
    assertThat(head.path("preview").asText()).isEqualTo("m299");
    assertThat(head.path("version").asInt()).isEqualTo(1);
    assertThat(head.path("unread").asBoolean()).isTrue();
  }

  @Test
  void receipts_count_in_whatever_order_they_come_and_never_go_back() {
    world.given("kim writes: hello", "ana replies to kim: hi");
    sent("wamid.out");
    for (var status : List.of("read", "delivered", "sent", "read")) {
      webhooks.whatsApp(new WhatsAppBody().receipt("wamid.out", status, world.now()).toString());
    }
    assertThat(reply().path("delivery").asText()).isEqualTo("read");
  }

  @Test
  void a_receipt_before_its_message_is_known_waits_for_it() {
    world.given("kim writes: hello", "ana replies to kim: hi");
    webhooks.whatsApp(new WhatsAppBody().receipt("wamid.out", "delivered", world.now()).toString());
    assertThat(reply().path("delivery").asText()).isEqualTo("queued");
    sent("wamid.out");
    assertThat(reply().path("delivery").asText()).isEqualTo("delivered");
  }

  @Test
  void a_receipt_stays_a_receipt_whoever_has_the_conversation_and_makes_nothing_unread() {
    world.given("kim writes: hello", "ana replies to kim: hi");
    sent("wamid.out");
    JsonNode before = world.table().conversation(ACME, KIMS);
    webhooks.whatsApp(new WhatsAppBody().receipt("wamid.out", "read", world.now()).toString());
    assertThat(world.table().conversation(ACME, KIMS)).isEqualTo(before);
  }

  @Test
  void while_the_table_does_not_answer_a_webhook_is_answered_503_and_its_repeat_heals_all() {
    String body = new WhatsAppBody().kimWrites("wamid.1", world.now(), "one")
        .kimWrites("wamid.2", world.now().plusSeconds(1), "two").toString();
    webhooks.telegram("{}"); // so that the channels are known
    world.tableFails(_ -> true);
    var reply = webhooks.whatsApp(body);
    assertThat(reply.said()).isEqualTo("503 unavailable");
    assertThat(reply.headers()).containsEntry("retry-after", "1");
    world.tableAnswers();
    assertThat(webhooks.whatsApp(body).status()).isEqualTo(200);
    assertThat(texts()).containsExactly("one", "two");
  }

  @Test
  void wherever_the_table_breaks_off_the_repeat_finishes_it() {
    Instant at = world.now();
    List<Class<?>> writes = List.of(PutItemRequest.class, UpdateItemRequest.class, TransactWriteItemsRequest.class);
    for (int i = 0; i < writes.size(); i++) {
      var broken = writes.get(i);
      String body = new WhatsAppBody()
          .person("p-" + i, "4915100000" + i, "P")
          .writes("p-" + i, "wamid." + i, Long.toString(at.getEpochSecond()), "hello").toString();
      world.tableFails(broken::isInstance);
      assertThat(webhooks.whatsApp(body).status()).isEqualTo(503);
      world.tableAnswers();
      assertThat(webhooks.whatsApp(body).status()).isEqualTo(200);
    }
    assertThat(world.table().counts()).isEqualTo(
        Map.of("message", 3, "conversation", 3, "contact", 3, "event", 3));
  }

  // What deliver-message writes when the provider has taken the reply.
  private void sent(String providerId) {
    world.stream().stream()
        .flatMap(item -> Outbox.entry(item).flatMap(Outbox.Entry::send).stream())
        .forEach(message -> world.wiring().deliveries().sent(message, providerId));
  }

  private JsonNode reply() {
    return world.table().timeline(ACME, KIMS).stream()
        .filter(item -> item.path("direction").asText().equals("out")).findFirst().orElseThrow();
  }

  private List<String> texts() {
    return world.table().timeline(ACME, KIMS).stream().map(item -> item.path("text").asText()).toList();
  }
}
