package baton.browseinbox;

import static baton.browseinbox.Office.SHOP;
import static baton.browseinbox.Office.TELEGRAM;
import static baton.browseinbox.Office.WHATSAPP;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contact.ContactCommand.Block;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.KeepAssignee;
import baton.conversation.ConversationCommand.Reply;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.ToTeam;
import baton.conversation.ConversationCommand.Unassign;
import baton.id.ConversationId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldersTest {
  private final Office office = new Office().withEve();

  private static Close close(ConversationId id) {
    return new Close(id, Optional.empty(), true);
  }

  private List<String> folder(String agent, String folder) {
    return office.get(agent, "/conversations", Map.of("folder", folder)).ids();
  }

  private ConversationId writes(String name) {
    return office.later(Duration.ofMinutes(1)).writes(name, WHATSAPP, "hello");
  }

  @Test
  void unassigned_shows_who_has_waited_longest_first_over_all_queues() {
    var kim = office.writes("Kim", WHATSAPP, "1");
    var lee = office.later(Duration.ofSeconds(1)).writes("Lee", SHOP, "2");
    var max = office.later(Duration.ofSeconds(1)).writes("Max", TELEGRAM, "3");
    office.later(Duration.ofHours(1)).writes("Kim", WHATSAPP, "still here");

    assertThat(folder("sam", "unassigned")).containsExactly(kim.value(), lee.value(), max.value());
    assertThat(folder("eve", "unassigned")).containsExactly(kim.value(), lee.value(), max.value());
    assertThat(folder("ana", "unassigned")).containsExactly(kim.value(), max.value());
    assertThat(folder("cy", "unassigned")).containsExactly(lee.value(), max.value());
    assertThat(office.get("mia", "/conversations", Map.of("folder", "unassigned", "team", "sales")).ids())
        .containsExactly(lee.value());
  }

  @Test
  void bl_14_a_conversation_is_in_exactly_one_of_unassigned_mine_and_closed() {
    var kim = writes("Kim");
    var steps = new ArrayList<Runnable>();
    steps.add(() -> { });
    steps.add(() -> office.does("ana", new Claim(kim)));
    steps.add(() -> office.does("ana", new Reply(kim, "hi", false, Optional.empty(), true, Optional.empty())));
    steps.add(() -> office.does("ana", new Unassign(kim)));
    steps.add(() -> office.does("ana", new Claim(kim)));
    steps.add(() -> office.does("ana", close(kim)));
    steps.add(() -> office.later(Duration.ofDays(5)).writes("Kim", WHATSAPP, "again"));
    for (var step : steps) {
      step.run();
      office.later(Duration.ofMinutes(2));
      var seen = new ArrayList<>(folder("ana", "unassigned"));
      seen.addAll(folder("ana", "mine"));
      seen.addAll(folder("ana", "closed"));
      assertThat(seen).containsExactly(kim.value());
    }
  }

  @Test
  void bl_28_who_closes_last_has_it_in_closed() {
    var kim = writes("Kim");
    office.does("ana", new Claim(kim)).does("ana", close(kim));
    assertThat(folder("ana", "closed")).containsExactly(kim.value());

    office.later(Duration.ofDays(5)).writes("Kim", WHATSAPP, "again");
    office.does("bo", new Claim(kim)).does("bo", close(kim));

    assertThat(folder("ana", "closed")).isEmpty();
    assertThat(folder("bo", "closed")).containsExactly(kim.value());
  }

  @Test
  void bl_9_to_11_the_time_of_a_row_is_that_of_its_folder() {
    var kim = writes("Kim");
    var opened = office.now();
    office.later(Duration.ofMinutes(10)).does("ana", new Claim(kim));
    office.later(Duration.ofMinutes(10)).writes("Kim", WHATSAPP, "and?");
    var said = office.now();
    assertThat(time("ana", "mine")).isEqualTo(said.toString());

    office.later(Duration.ofMinutes(10)).does("ana", new Unassign(kim));
    assertThat(time("ana", "unassigned")).isEqualTo(office.now().toString()).isNotEqualTo(opened.toString());

    office.does("ana", new Claim(kim)).later(Duration.ofMinutes(10)).does("ana", close(kim));
    assertThat(time("ana", "closed")).isEqualTo(office.now().toString());
    assertThat(time("sam", "all")).isEqualTo(said.toString());
  }

  private String time(String agent, String folder) {
    return office.get(agent, "/conversations", Map.of("folder", folder))
        .body().path("conversations").path(0).path("rowTime").asText();
  }

  @Test
  void mine_shows_the_latest_activity_first_also_within_a_minute() {
    var kim = writes("Kim");
    var lee = writes("Lee");
    office.does("ana", new Claim(kim)).does("ana", new Claim(lee));
    office.later(Duration.ofMinutes(2)).writes("Kim", WHATSAPP, "1");
    office.later(Duration.ofSeconds(3)).writes("Lee", WHATSAPP, "2");
    assertThat(folder("ana", "mine")).containsExactly(lee.value(), kim.value());
    office.later(Duration.ofSeconds(3)).writes("Kim", WHATSAPP, "3");
    assertThat(folder("ana", "mine")).containsExactly(kim.value(), lee.value());
  }

  @Test
  void lb_4_all_is_unassigned_assigned_and_closed_the_newest_episode_first() {
    var kim = writes("Kim");
    var lee = writes("Lee");
    var max = writes("Max");
    var nix = writes("Nix");
    office.does("ana", new Claim(lee)).does("ana", new Claim(max)).does("ana", close(max));
    office.does("ana", new Block(Office.contact(WHATSAPP, "Nix")));

    assertThat(folder("mia", "all")).containsExactly(max.value(), lee.value(), kim.value());
    assertThat(folder("mia", "blocked")).containsExactly(nix.value());
    assertThat(all(Map.of("status", "unassigned"))).containsExactly(kim.value());
    assertThat(all(Map.of("status", "assigned"))).containsExactly(lee.value());
    assertThat(all(Map.of("status", "closed"))).containsExactly(max.value());
    assertThat(all(Map.of("agent", "ana"))).containsExactlyInAnyOrder(max.value(), lee.value());
    assertThat(all(Map.of("agent", "ana", "status", "closed"))).containsExactly(max.value());
    assertThat(all(Map.of("agent", "ana", "status", "unassigned"))).isEmpty();
    assertThat(all(Map.of("agent", "ana", "team", "sales"))).isEmpty();
    assertThat(all(Map.of("team", "support", "status", "assigned"))).containsExactly(lee.value());
    assertThat(all(Map.of("team", "sales"))).isEmpty();
  }

  private List<String> all(Map<String, String> filter) {
    var query = new HashMap<>(filter);
    query.put("folder", "all");
    return office.get("mia", "/conversations", query).ids();
  }

  @Test
  void a_row_of_a_list_says_the_same_as_the_conversation_itself() {
    var kim = writes("Kim");
    office.does("ana", new Claim(kim)).later(Duration.ofMinutes(3)).writes("Kim", WHATSAPP, "and?");
    var listed = office.get("ana", "/conversations", Map.of("folder", "mine")).body().path("conversations").path(0);
    var own = office.get("ana", "/conversations/{id}", kim.value());
    ((ObjectNode) listed).remove("rowTime");
    assertThat(listed.toString()).isEqualTo(own.body().path("conversation").toString());
    assertThat(own.answer().path("headers").path("etag").asText()).isEqualTo("\"2\"");
    assertThat(own.answer().path("headers").path("cache-control").asText()).isEqualTo("no-store");
  }

  @Test
  void bl_54_after_a_move_to_another_team_only_that_team_sees_it() {
    var kim = writes("Kim");
    office.does("ana", new Claim(kim)).does("ana", new Assign(kim, new ToTeam(team("sales"), KeepAssignee.AUTO), false));
    assertThat(folder("ana", "unassigned")).isEmpty();
    assertThat(office.get("ana", "/conversations/{id}", kim.value()).status()).isEqualTo(404);
    assertThat(folder("cy", "unassigned")).containsExactly(kim.value());
  }

  @Test
  void counters_are_bounded_where_they_are_counted_and_exact_where_they_are_kept() {
    for (int i = 0; i < 101; i++) {
      office.writes("K" + i, WHATSAPP, "hello");
    }
    office.writes("Lee", SHOP, "hello");
    var badge = office.get("ana", "/counters", Map.of()).body();
    assertThat(badge.path("unassigned").toString()).isEqualTo("{\"count\":99,\"more\":true}");
    assertThat(badge.path("mine").toString()).isEqualTo("{\"count\":0,\"unviewed\":false}");
    assertThat(badge.has("blocked")).isFalse();

    office.does("ana", new Claim(Office.conversation(WHATSAPP, "K7")));
    office.does("mia", new Assign(Office.conversation(SHOP, "Lee"), new ToAgent(id("cy")), false));
    assertThat(office.get("ana", "/counters", Map.of()).body().path("mine").toString())
        .isEqualTo("{\"count\":1,\"unviewed\":true}");
    office.does("ana", new Reply(
        Office.conversation(WHATSAPP, "K7"), "hi", false, Optional.empty(), true, Optional.empty()));
    assertThat(office.get("ana", "/counters", Map.of()).body().path("mine").toString())
        .isEqualTo("{\"count\":1,\"unviewed\":false}");
    assertThat(office.get("mia", "/counters", Map.of()).body().path("blocked").path("count").asInt()).isZero();
    assertThat(office.get("cy", "/counters", Map.of()).body().path("unassigned").path("count").asInt()).isZero();
    assertThat(office.get("obi", "/counters", Map.of()).body().has("mine")).isFalse();
    assertThat(office.get("rex", "/counters", Map.of()).body().has("unassigned")).isFalse();
  }
}
