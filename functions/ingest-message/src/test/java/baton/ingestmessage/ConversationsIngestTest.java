package baton.ingestmessage;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Identity;
import baton.channel.Peer;
import baton.id.ConversationId;
import baton.testing.Fixtures;
import baton.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a customer's message makes of their conversation.
class ConversationsIngestTest {
  private final World world = World.fresh();
  private final Webhooks webhooks = new Webhooks(world);

  @Test
  void the_first_message_of_a_stranger_opens_a_conversation_in_the_channels_queue() {
    webhooks.whatsApp(new WhatsAppBody().kimWrites("wamid.1", world.now(), "Is the blue one in stock?").toString());

    assertThat(events()).containsExactly("conversation.opened");
    assertThat(kims().path("status").asText()).isEqualTo("unassigned");
    assertThat(kims().path("team").asText()).isEqualTo("support");
    assertThat(kims().path("contactName").asText()).isEqualTo("Kim");
    assertThat(kims().path("preview").asText()).isEqualTo("Is the blue one in stock?");
    assertThat(kims().path("unread").asBoolean()).isTrue();
    assertThat(kims().path("waitingSince").asLong()).isEqualTo(world.now().toEpochMilli());
    assertThat(world.table().contact(ACME, KIMS_ID).path("phone").asText()).isEqualTo("+4915112345678");
  }

  @Test
  void a_message_into_an_open_conversation_changes_no_version_and_makes_no_event() {
    world.given("kim writes: hello", "ana claims kim");
    webhooks.whatsApp(new WhatsAppBody().kimWrites("wamid.2", world.now().plusSeconds(1), "still there?").toString());

    assertThat(events()).containsExactly("conversation.opened", "conversation.assigned");
    assertThat(kims().path("version").asInt()).isEqualTo(2);
    assertThat(kims().path("preview").asText()).isEqualTo("still there?");
  }

  @Test
  void a_contact_pinned_to_an_agent_skips_the_queue_also_on_another_channel() {
    world.given("kim writes: hello", "ana claims kim", "ana pins kim");
    webhooks.webhook("msg_1", """
        {"type":"message.created","timestamp":"2026-03-02T09:00:03Z",
         "data":{"id":"m1","from":{"id":"kim","name":"Kim","phone":"+4915112345678"},"text":"hello again"}}""");

    // Ana is of support and the webhook's queue is that of sales, where she may not see it.
    assertThat(conversation("hook-1", "kim").path("status").asText()).isEqualTo("unassigned");
    world.change("ana", agent -> Fixtures.online("ana").in("support", "sales").with(1).agent());
    webhooks.webhook("msg_2", """
        {"type":"message.created","timestamp":"2026-03-02T09:00:03Z",
         "data":{"id":"m2","from":{"id":"kim-2","name":"Kim","phone":"+4915112345678"},"text":"and again"}}""");
    assertThat(conversation("hook-1", "kim-2").path("assignee").asText()).isEqualTo("ana");
    assertThat(world.table().agent(ACME, Fixtures.id("ana")).path("open").asInt()).isEqualTo(2);
  }

  @Test
  void who_comes_back_after_closing_comes_back_to_who_had_it_and_after_three_days_to_the_queue() {
    world.given("kim writes: hello", "ana claims kim", "ana closes kim", "1 hours pass");
    webhooks.whatsApp(new WhatsAppBody().kimWrites("wamid.2", world.now(), "one more thing").toString());
    assertThat(kims().path("assignee").asText()).isEqualTo("ana");
    assertThat(kims().path("episode").asInt()).isEqualTo(2);

    world.given("ana closes kim", "4 days pass");
    webhooks.whatsApp(new WhatsAppBody().kimWrites("wamid.3", world.now(), "and another").toString());
    assertThat(kims().path("status").asText()).isEqualTo("unassigned");
    assertThat(kims().path("episode").asInt()).isEqualTo(3);
    assertThat(kims().path("waitingSince").asLong()).isEqualTo(world.now().toEpochMilli());
  }

  @Test
  void what_a_blocked_contact_writes_is_kept_and_seen_by_nobody() {
    world.given("kim writes: hello", "ana blocks kim");
    var before = kims();
    webhooks.whatsApp(new WhatsAppBody().kimWrites("wamid.2", world.now().plusSeconds(1), "why?").toString());

    assertThat(before.path("status").asText()).isEqualTo("blocked");
    assertThat(kims()).isEqualTo(before);
    assertThat(texts()).containsExactly("hello", "why?");
    assertThat(events()).doesNotContain("conversation.reopened");
  }

  @Test
  void a_blocked_contact_is_not_heard_on_another_channel_either() {
    world.given("kim writes: hello", "ana blocks kim");
    webhooks.webhook("msg_1", """
        {"type":"message.created","timestamp":"2026-03-02T09:00:02Z",
         "data":{"id":"m1","from":{"id":"kim","phone":"+4915112345678"},"text":"listen!"}}""");
    assertThat(conversation("hook-1", "kim").path("status").asText()).isEqualTo("blocked");
    assertThat(conversation("hook-1", "kim").path("unread").asBoolean()).isFalse();
  }

  @Test
  void a_message_that_comes_late_stands_in_its_place_and_makes_the_conversation_unread() {
    world.given("kim writes: first", "ana replies to kim: hello Kim", "kim writes: third", "ana replies to kim: fine");
    webhooks.whatsApp(new WhatsAppBody().kimWrites("wamid.late", World.MONDAY, "zeroth").toString());

    assertThat(texts()).containsExactly("zeroth", "first", "hello Kim", "third", "fine");
    assertThat(kims().path("unread").asBoolean()).isTrue();
    assertThat(kims().path("lastFrom").asText()).isEqualTo("client");
    assertThat(kims().path("preview").asText()).as("the newest stays on top").isEqualTo("fine");
    assertThat(kims().path("lateKey").asText()).isNotEmpty();
  }

  @Test
  void a_message_without_a_time_stands_where_it_was_received_and_its_redelivery_adds_nothing() {
    world.given("kim writes: hello");
    String body = new WhatsAppBody().kimWritesSometime("wamid.2", "when?").toString();
    webhooks.whatsApp(body);
    String before = world.table().digest();
    world.later(Duration.ofMinutes(3));
    webhooks.whatsApp(body);

    assertThat(texts()).containsExactly("hello", "when?");
    assertThat(world.table().digest()).isEqualTo(before);
  }

  @Test
  void a_remark_without_a_time_is_kept_once() {
    world.given("kim writes: hello");
    String body = new WhatsAppBody().kimReactsSometime("wamid.r", "wamid.1").toString();
    webhooks.whatsApp(body);
    String before = world.table().digest();
    world.later(Duration.ofMinutes(3));
    webhooks.whatsApp(body);

    assertThat(world.table().ofType("remark")).hasSize(1);
    assertThat(world.table().digest()).isEqualTo(before);
  }

  @Test
  void a_strangers_message_ten_minutes_ahead_counts_from_when_it_was_received() {
    webhooks.webhook("msg_1", created("m1", world.now().plus(Duration.ofMinutes(10)), "future"));
    assertThat(conversation("hook-1", "kim").path("lastAt").asLong()).isEqualTo(world.now().toEpochMilli());

    webhooks.webhook("msg_2", created("m2", world.now().plus(Duration.ofMinutes(4)), "nearly now"));
    assertThat(conversation("hook-1", "kim").path("lastAt").asLong())
        .isEqualTo(world.now().plus(Duration.ofMinutes(4)).toEpochMilli());
  }

  @Test
  void a_strangers_message_is_one_however_late_its_repeat_comes_and_whatever_its_clock_says_then() {
    var ahead = world.now().plus(Duration.ofMinutes(10));
    webhooks.webhook("msg_1", created("m1", ahead, "hello"));
    world.later(Duration.ofMinutes(20));
    webhooks.webhook("msg_1", created("m1", ahead, "hello"));
    webhooks.webhook("msg_1", created("m1", world.now(), "hello"));
    assertThat(world.table().ofType("message")).hasSize(1);
  }

  @Test
  void a_providers_own_clock_is_believed_so_that_a_repeat_is_the_same_message_for_ever() {
    var body = new WhatsAppBody().kimWrites("wamid.1", world.now().plus(Duration.ofMinutes(10)), "future").toString();
    webhooks.whatsApp(body);
    String before = world.table().digest();
    world.later(Duration.ofMinutes(20));
    webhooks.whatsApp(body);
    assertThat(texts()).containsExactly("future");
    assertThat(world.table().digest()).isEqualTo(before);
  }

  @Test
  void a_clock_beyond_what_a_key_can_hold_costs_no_message() {
    String body = new WhatsAppBody().writes("kim-1", "wamid.1", "253402300799", "in 9999").toString();
    webhooks.whatsApp(body);
    world.later(Duration.ofMinutes(20));
    webhooks.whatsApp(body);
    assertThat(texts()).containsExactly("in 9999");
    assertThat(world.table().quarantine(World.WHATSAPP.id())).isEmpty();
  }

  @Test
  void an_edit_that_names_only_its_message_stands_on_that_timeline_and_one_of_an_unknown_message_is_quarantined() {
    webhooks.webhook("msg_1", created("m1", world.now(), "hello"));
    webhooks.webhook("msg_2", "{\"type\":\"message.updated\",\"data\":{\"id\":\"m1\",\"text\":\"hello!\"}}");
    webhooks.webhook("msg_3", "{\"type\":\"message.updated\",\"data\":{\"id\":\"m9\",\"text\":\"what?\"}}");

    var peer = new Peer("kim", Optional.empty(), Optional.empty());
    assertThat(world.table().timeline(ACME, Identity.conversation(World.WEBHOOK, peer)))
        .extracting(item -> item.path("text").asText()).containsExactly("hello", "hello!");
    assertThat(world.table().quarantine(World.WEBHOOK.id())).singleElement().satisfies(kept ->
        assertThat(kept.path("why").asText()).isEqualTo("edit of a message that we do not know"));
  }

  private static String created(String id, Instant at, String text) {
    return """
        {"type":"message.created","timestamp":"%s","data":{"id":"%s","from":{"id":"kim"},"text":"%s"}}"""
        .formatted(at, id, text);
  }

  @Test
  void a_contact_who_calls_themselves_otherwise_is_shown_so_unless_an_agent_named_them() {
    world.given("kim writes: hello");
    webhooks.whatsApp(new WhatsAppBody().called("Kim Lee").kimWrites("wamid.2", world.now(), "it is me").toString());

    assertThat(kims().path("contactName").asText()).isEqualTo("Kim Lee");
    assertThat(world.table().contact(ACME, KIMS_ID).path("originalName").asText()).isEqualTo("Kim Lee");
  }

  @Test
  void what_names_only_the_number_stands_where_the_person_is_known_by_a_user_id() {
    webhooks.whatsApp(new WhatsAppBody().kimWrites("wamid.1", world.now(), "hello").toString());
    world.later(Duration.ofSeconds(5));
    String changed = "{\"from\":\"4915112345678\",\"id\":\"wamid.2\",\"timestamp\":\"" + world.now().getEpochSecond()
        + "\",\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\",\"wa_id\":\"4915187654321\"}}";
    webhooks.whatsApp(new WhatsAppBody().without("contacts").with(changed).toString());
    String stranger = changed.replace("4915112345678", "4915100000009").replace("wamid.2", "wamid.3");
    webhooks.whatsApp(new WhatsAppBody().without("contacts").with(stranger).toString());

    assertThat(world.table().timeline(ACME, KIMS)).extracting(item -> item.path("providerId").asText())
        .containsExactly("wamid.1", "wamid.2");
    assertThat(world.table().ofType("remark")).hasSize(2);
  }

  @Test
  void a_group_chat_is_one_conversation_and_each_message_says_who_wrote_it() {
    List.of("Ada", "Bea").forEach(name -> webhooks.telegram("""
        {"update_id":%d,"message":{"message_id":%d,"date":%d,"text":"hello from %s",
         "from":{"id":%d,"is_bot":false,"first_name":"%s"},
         "chat":{"id":-100500,"title":"Customers","type":"supergroup"}}}""".formatted(
        (int) name.charAt(0), (int) name.charAt(0), world.now().getEpochSecond(), name, (int) name.charAt(0), name)));

    assertThat(world.table().ofType("conversation")).singleElement()
        .satisfies(head -> assertThat(head.path("contactName").asText()).isEqualTo("Customers"));
    assertThat(world.table().ofType("message")).extracting(item -> item.path("author").asText())
        .containsExactlyInAnyOrder("Ada", "Bea");
  }

  @Test
  void text_that_is_no_unicode_is_mended_before_it_is_kept() {
    String body = new WhatsAppBody().kimWrites("wamid.1", world.now(), "LONE").toString();
    webhooks.whatsApp(body.replace("LONE", "a\\ud800b"));
    assertThat(texts()).containsExactly("a\ufffdb");
    assertThat(kims().path("preview").asText()).isEqualTo("a\ufffdb");
  }

  @Test
  void ids_and_names_that_look_like_keys_are_only_text() {
    webhooks.webhook("msg_1", """
        {"type":"message.created","timestamp":"2026-03-02T09:00:00Z",
         "data":{"id":"AT#1#Mx","from":{"id":"WS#acme#AGENT#ana|~head","name":"~head#"},"text":"#"}}""");
    assertThat(conversation("hook-1", "WS#acme#AGENT#ana|~head").path("contactName").asText()).isEqualTo("~head#");
    assertThat(world.table().counts()).containsEntry("message", 1).containsEntry("conversation", 1);
  }

  private JsonNode kims() {
    return world.table().conversation(ACME, KIMS);
  }

  private JsonNode conversation(String channel, String peer) {
    var of = channel.equals("hook-1") ? World.WEBHOOK : World.WHATSAPP;
    ConversationId id = Identity.conversation(of, new Peer(peer, Optional.empty(), Optional.empty()));
    return world.table().conversation(ACME, id);
  }

  private List<String> events() {
    return world.table().log(ACME, KIMS.value()).stream().map(event -> event.path("type").asText()).toList();
  }

  private List<String> texts() {
    return world.table().timeline(ACME, KIMS).stream().map(item -> item.path("text").asText()).toList();
  }
}
