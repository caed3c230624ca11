package baton.browseinbox;

import static baton.browseinbox.Office.WHATSAPP;
import static baton.testing.Fixtures.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Inbound;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.Reply;
import baton.conversation.ConversationCommand.Unassign;
import baton.id.ConversationId;
import baton.message.Content;
import baton.message.MessageKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One conversation, as it was said and done.
class TimelineRouteTest {
  private final Office office = new Office();

  private Office.Got page(String agent, ConversationId id, Map<String, String> query) {
    return Office.get(office.handler(), ACME, agent, "/conversations/{id}", id.value(), query);
  }

  private List<JsonNode> walk(ConversationId id, String limit, Runnable between) {
    var all = new ArrayList<JsonNode>();
    var query = new HashMap<>(Map.of("limit", limit));
    while (true) {
      var got = page("ana", id, query);
      var entries = new ArrayList<JsonNode>();
      got.body().path("timeline").forEach(entries::add);
      all.addAll(0, entries);
      var next = got.next("before");
      if (next.isEmpty()) {
        return all;
      }
      assertThat(entries).hasSize(Integer.parseInt(limit));
      query.put("before", next.get());
      between.run();
    }
  }

  @Test
  void a_hundred_and_twenty_messages_and_all_moves_come_exactly_once_and_in_order() {
    var kim = office.writes("Kim", WHATSAPP, "message 0");
    for (int i = 1; i < 120; i++) {
      office.later(Duration.ofSeconds(i % 3)).writes("Kim", WHATSAPP, "message " + i);
      if (i % 20 == 0) {
        office.does("ana", new Claim(kim)).later(Duration.ofSeconds(1));
        office.does("ana", new Reply(kim, "reply " + i, false, Optional.empty(), true, Optional.empty()));
        office.does("ana", new Unassign(kim));
      }
    }
    for (var limit : List.of("17", "50", "100")) {
      int[] late = {0};
      var entries = walk(kim, limit, () ->
          office.later(Duration.ofSeconds(1)).writes("Max", WHATSAPP, "another's " + late[0]++));
      assertThat(entries.stream().map(entry -> entry.path("id").asText()).toList()).doesNotHaveDuplicates();
      assertThat(entries.stream().map(entry -> entry.path("at").asText()).toList()).isSorted();
      assertThat(said(entries)).contains("message 1", "message 119", "reply 20");
      assertThat(entries.stream().filter(entry -> entry.path("entry").asText().equals("event"))
          .map(entry -> entry.path("version").asLong()).toList())
          .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    }
  }

  private static List<String> said(List<JsonNode> entries) {
    return entries.stream().map(entry -> entry.path("text").asText()).filter(text -> !text.isEmpty()).toList();
  }

  @Test
  void fifty_at_first_the_newest_at_the_end() {
    for (int i = 0; i < 60; i++) {
      office.later(Duration.ofSeconds(1)).writes("Kim", WHATSAPP, "message " + i);
    }
    var got = page("ana", Office.conversation(WHATSAPP, "Kim"), Map.of());
    var entries = new ArrayList<JsonNode>();
    got.body().path("timeline").forEach(entries::add);
    assertThat(said(entries)).hasSize(50).startsWith("message 10").endsWith("message 59");
  }

  @Test
  void everything_of_a_message_a_remark_and_a_move_is_said() {
    var kim = office.writes("Kim", WHATSAPP, "hello");
    office.later(Duration.ofMinutes(1)).does("ana", new Claim(kim));
    office.later(Duration.ofMinutes(1))
        .does("ana", new Reply(kim, "hi Kim", false, Optional.empty(), true, Optional.of("wamid.1")));
    office.later(Duration.ofMinutes(1)).wiring().incomingMessages().append(
        WHATSAPP, kim,
        new Inbound.Remark(
            Optional.empty(), "wamid.9", Optional.of(office.now()), Optional.of(Office.peer("Kim")), "reaction:add",
            Optional.of("wamid.2"), Content.text("👍")),
        MessageKey.remark(office.now(), "wamid.9"), office.now());
    office.later(Duration.ofMinutes(1)).does("ana", new Close(kim, Optional.empty(), true));

    var timeline = page("ana", kim, Map.of()).body().path("timeline");
    assertThat(timeline).hasSize(6);
    assertThat(timeline.path(0).path("type").asText()).isEqualTo("conversation.opened");
    assertThat(timeline.path(1).path("direction").asText()).isEqualTo("in");
    assertThat(timeline.path(1).path("providerId").asText()).startsWith("Kim-");
    assertThat(timeline.path(2).toString()).contains(
        "\"entry\":\"event\"", "\"type\":\"conversation.assigned\"", "\"version\":2", "\"to\":\"ana\"",
        "\"reason\":\"self\"", "\"actor\":{\"type\":\"agent\",\"id\":\"ana\"}");
    assertThat(timeline.path(3).toString()).contains(
        "\"entry\":\"message\"", "\"direction\":\"out\"", "\"kind\":\"text\"", "\"text\":\"hi Kim\"",
        "\"author\":\"ana\"", "\"delivery\":{\"status\":\"queued\"}", "\"quotes\":\"wamid.1\"");
    assertThat(timeline.path(4).toString()).contains(
        "\"entry\":\"remark\"", "\"remark\":\"reaction:add\"", "\"target\":\"wamid.2\"", "\"text\":\"👍\"");
    assertThat(timeline.path(5).path("type").asText()).isEqualTo("conversation.closed");
    assertThat(page("ana", kim, Map.of()).body().path("names").path("agents").toString()).isEqualTo("{\"ana\":\"ana\"}");
  }
}
