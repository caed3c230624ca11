package baton.replytoconversation;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.Fixtures;
import baton.testing.HttpCall;
import baton.testing.HttpReply;
import baton.testing.World;
import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyToConversationHandlerTest {
  private final World world = World.fresh().given("kim writes: hello");
  private final ReplyToConversationHandler handler = new ReplyToConversationHandler(world.wiring());

  @Test
  void a_reply_is_kept_as_it_was_written_waits_to_be_sent_and_is_published_once() {
    var reply = send("ana", Map.of("text", "  Hi\nKim 👋🏽 \u202eabc"));
    assertThat(reply.status()).isEqualTo(201);

    var kept = replies().getFirst();
    assertThat(kept.path("text").asText()).isEqualTo("  Hi\nKim 👋🏽 \u202eabc");
    assertThat(kept.path("author").asText()).isEqualTo("ana");
    assertThat(kept.path("address").asText()).isEqualTo("+4915112345678");
    assertThat(kept.path("delivery").asText()).isEqualTo("queued");
    assertThat(kept.has("due")).as("the marker of what is not published yet").isTrue();
  }

  @Test
  void the_first_reply_takes_the_conversation_and_a_reply_to_a_colleagues_leaves_it_there() {
    send("ana", Map.of("text", "hi"));
    assertThat(kims().path("assignee").asText()).isEqualTo("ana");
    assertThat(open("ana")).isEqualTo(1);

    send("bo", Map.of("text", "and from me"));
    assertThat(kims().path("assignee").asText()).isEqualTo("ana");
    assertThat(open("bo")).isZero();
    assertThat(replies()).extracting(item -> item.path("author").asText()).containsExactly("ana", "bo");
  }

  @Test
  void what_is_answered_is_read_and_nobody_waits_any_more() {
    send("ana", Map.of("text", "hi", "assign", "keep"));
    assertThat(kims().path("status").asText()).isEqualTo("unassigned");
    assertThat(kims().path("unread").asBoolean()).isFalse();
    assertThat(kims().has("waitingSince")).isFalse();
    assertThat(kims().path("lastFrom").asText()).isEqualTo("operator");
  }

  @Test
  void a_text_has_1_to_4096_characters_of_which_one_is_not_blank() {
    for (var text : List.of("x", "👋", "x".repeat(4096), "👋".repeat(4096), " x ")) {
      assertThat(send("ana", Map.of("text", text)).status()).isEqualTo(201);
    }
    assertThat(replies()).hasSize(5);
    String before = world.table().digest();
    for (var text : List.of(
        "", " ", "\n", "\u2003", "\u00a0", "\u200b\u2060", "\u200d", "a\u0000b", "x".repeat(4097), "👋".repeat(4097))) {
      var refused = send("ana", Map.of("text", text));
      assertThat(refused.said()).isEqualTo("400 malformed");
      assertThat(refused.pointer()).isEqualTo("/text");
    }
    assertThat(world.table().digest()).isEqualTo(before);
  }

  @Test
  void text_that_is_no_unicode_is_mended_before_it_is_kept() {
    assertThat(call("ana", "{\"text\": \"a\\ud800b\"}").through(handler).status()).isEqualTo(201);
    assertThat(replies().getFirst().path("text").asText()).isEqualTo("a\ufffdb");
  }

  @Test
  void what_a_reply_quotes_is_an_id_of_the_provider() {
    assertThat(send("ana", Map.of("text", "this?", "quotes", "wamid.1")).status()).isEqualTo(201);
    assertThat(replies().getFirst().path("quotes").asText()).isEqualTo("wamid.1");
    for (var quotes : List.of("", " ", "x".repeat(513))) {
      assertThat(send("ana", Map.of("text", "this?", "quotes", quotes)).pointer()).isEqualTo("/quotes");
    }
  }

  @Test
  void a_repeat_under_a_key_is_not_a_second_message_and_without_one_it_is() {
    var keyed = call("ana", "{\"text\": \"hi\"}").header("Idempotency-Key", "k");
    assertThat(keyed.through(handler)).isEqualTo(keyed.through(handler));
    assertThat(replies()).hasSize(1);
    send("ana", Map.of("text", "hi"));
    assertThat(replies()).hasSize(2);
  }

  @Test
  void a_message_that_the_agent_has_not_seen_stands_in_the_way_until_they_insist() {
    String seen = send("ana", Map.of("text", "hi")).text("seen");
    world.given("kim writes: wait, one more thing");
    var refused = send("ana", Map.of("text", "bye", "seen", seen));
    assertThat(refused.said()).isEqualTo("409 new-message");
    assertThat(send("ana", Map.of("text", "bye", "seen", refused.text("seen"))).status()).isEqualTo(201);
    world.given("kim writes: and another");
    assertThat(send("ana", Map.of("text", "bye!", "seen", seen, "force", true)).status()).isEqualTo(201);
  }

  @Test
  void a_message_that_came_late_behind_what_was_seen_stands_in_the_way_too() {
    String seen = send("ana", Map.of("text", "hi")).text("seen");
    world.wiring().intake().receive(Fixtures.message("from before").on(World.WHATSAPP).id("wamid.late")
        .sent(World.MONDAY).received(world.now()).message());
    assertThat(send("ana", Map.of("text", "bye", "seen", seen)).said()).isEqualTo("409 new-message");
  }

  private HttpReply send(String agent, Map<String, Object> body) {
    return call(agent, Json.write(body)).through(handler);
  }

  private static HttpCall call(String agent, String body) {
    return HttpCall.to("POST /conversations/{id}/messages").path("id", KIMS).as(agent).body(body);
  }

  private JsonNode kims() {
    return world.table().conversation(ACME, KIMS);
  }

  private int open(String agent) {
    return world.table().agent(ACME, Fixtures.id(agent)).path("open").asInt();
  }

  private List<JsonNode> replies() {
    return world.table().timeline(ACME, KIMS).stream()
        .filter(item -> item.path("direction").asText().equals("out")).toList();
  }
}
