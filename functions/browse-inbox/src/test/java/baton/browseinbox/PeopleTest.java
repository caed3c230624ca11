package baton.browseinbox;

import static baton.browseinbox.Office.SHOP;
import static baton.browseinbox.Office.TELEGRAM;
import static baton.browseinbox.Office.WHATSAPP;
import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.away;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import baton.contact.ContactCommand.Block;
import baton.contact.ContactCommand.Pin;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.Unassign;
import baton.id.ConversationId;
import baton.notice.Notice;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whom one can give work to, a contact's card, what one was told, and what was done.
class PeopleTest {
  private final Office office = new Office().withEve();

  private JsonNode assignable(String agent, ConversationId id) {
    return office.get(agent, "/conversations/{id}/assignable", id.value()).body().path("agents");
  }

  private List<String> ids(JsonNode agents) {
    return agents.findValuesAsText("id");
  }

  private JsonNode card(String agent, String name) {
    return office.get(agent, "/contacts/{id}", Office.contact(WHATSAPP, name).value()).body();
  }

  @Test
  void bc_8_those_who_can_take_it_with_availability_and_load_the_least_busy_first() {
    var kim = office.writes("Kim", WHATSAPP, "hello");
    office.furnishing()
        .with(online("bo").in("support").with(5).of(5).agent())
        .with(online("ida").in("support").with(2).of(5).agent())
        .with(away("una").in("support").agent());
    var agents = assignable("mia", kim);
    // Cy's team is another, Obi may not reply, Dan is suspended.
    assertThat(ids(agents)).containsExactly("ana", "eve", "mia", "rex", "sam", "ida", "una", "bo");
    assertThat(agents.path(5).toString()).isEqualTo(
        "{\"id\":\"ida\",\"name\":\"ida\",\"availability\":\"available\",\"open\":2,\"capacity\":5,\"holder\":false,"
            + "\"workedWithContact\":false,\"teams\":[\"support\"],\"skills\":[],\"warnings\":[]}");
    assertThat(agents.path(6).path("warnings").toString()).isEqualTo("[\"assignee_unavailable\"]");
    assertThat(agents.path(7).path("warnings").toString()).isEqualTo("[\"assignee_at_capacity\"]");
  }

  @Test
  void bl_52_a_grouped_operator_is_offered_only_those_of_their_teams() {
    var max = office.writes("Max", TELEGRAM, "hello");
    assertThat(ids(assignable("ana", max))).containsExactlyInAnyOrder("ana", "bo", "rex");
    assertThat(ids(assignable("cy", max))).containsExactly("cy");
    assertThat(ids(assignable("eve", max))).containsExactlyInAnyOrder("ana", "bo", "cy", "eve", "mia", "rex", "sam");
    assertThat(ids(assignable("obi", max))).isEmpty();
  }

  @Test
  void everyone_who_is_offered_can_be_given_it_and_nobody_else() {
    var max = office.writes("Max", TELEGRAM, "hello");
    var offered = ids(assignable("ana", max));
    for (var agent : List.of("sam", "mia", "ana", "bo", "cy", "eve", "rex", "obi", "dan")) {
      if (offered.contains(agent)) {
        office.does("ana", new Assign(max, new ToAgent(id(agent)), false)).does("sam", new Unassign(max));
      } else {
        assertThatExceptionOfType(AssertionError.class)
            .as(agent)
            .isThrownBy(() -> office.does("ana", new Assign(max, new ToAgent(id(agent)), false)));
      }
    }
  }

  @Test
  void bl_51_who_has_talked_to_the_customer_is_marked_also_on_another_channel() {
    var kim = office.writes("Kim", WHATSAPP, "hello");
    var other = office.writes("Kim", SHOP, "hello");
    office.does("bo", new Claim(kim)).does("bo", new Unassign(kim)).does("cy", new Claim(other));
    var worked = new HashMap<String, Boolean>();
    assignable("eve", kim).forEach(agent ->
        worked.put(agent.path("id").asText(), agent.path("workedWithContact").asBoolean()));
    assertThat(worked).containsEntry("bo", true).containsEntry("ana", false).containsEntry("eve", false);
    var onTheOther = new HashMap<String, Boolean>();
    assignable("eve", other).forEach(agent ->
        onTheOther.put(agent.path("id").asText(), agent.path("workedWithContact").asBoolean()));
    assertThat(onTheOther).containsEntry("cy", true).containsEntry("eve", false).doesNotContainKey("bo");
  }

  @Test
  void nobody_can_be_given_what_is_blocked() {
    var kim = office.writes("Kim", WHATSAPP, "hello");
    office.does("ana", new Block(Office.contact(WHATSAPP, "Kim")));
    assertThat(assignable("mia", kim)).isEmpty();
    assertThat(office.get("ana", "/conversations/{id}/assignable", kim.value()).status()).isEqualTo(404);
  }

  @Test
  void bl_61_the_pin_says_who_has_it_and_who_can_take_it_off() {
    var kim = office.writes("Kim", WHATSAPP, "hello");
    assertThat(card("ana", "Kim").path("pin").toString()).isEqualTo("{\"canPin\":false,\"canUnpin\":false}");
    office.does("ana", new Claim(kim));
    assertThat(card("ana", "Kim").path("pin").toString()).isEqualTo("{\"canPin\":true,\"canUnpin\":false}");
    assertThat(card("bo", "Kim").path("pin").path("canPin").asBoolean()).isFalse();

    office.does("ana", new Pin(Office.contact(WHATSAPP, "Kim"), id("ana")));
    assertThat(card("ana", "Kim").path("pin").toString())
        .isEqualTo("{\"owner\":\"ana\",\"label\":\"Detach (ana)\",\"canPin\":false,\"canUnpin\":true}");
    assertThat(card("bo", "Kim").path("pin").toString())
        .isEqualTo("{\"owner\":\"ana\",\"label\":\"Pinned (ana)\",\"canPin\":false,\"canUnpin\":false}");
    assertThat(card("sam", "Kim").path("pin").toString())
        .isEqualTo("{\"owner\":\"ana\",\"label\":\"Detach (assigned to ana)\",\"canPin\":false,\"canUnpin\":true}");
  }

  @Test
  void bc_3_the_card_carries_what_the_two_controls_need() {
    var kim = office.writes("Kim", WHATSAPP, "hello");
    assertThat(card("ana", "Kim").path("assignment").toString()).isEqualTo(
        "{\"conversation\":\"" + kim + "\",\"canAssignToMe\":true,\"canAssignOthers\":true}");
    office.does("ana", new Claim(kim));
    assertThat(card("ana", "Kim").path("assignment").toString()).isEqualTo(
        "{\"conversation\":\"" + kim + "\",\"assignee\":\"ana\",\"canAssignToMe\":false,\"canAssignOthers\":true}");
    assertThat(card("obi", "Kim").path("assignment").path("canAssignToMe").asBoolean()).isFalse();
    assertThat(card("obi", "Kim").path("assignment").path("canAssignOthers").asBoolean()).isFalse();
    assertThat(card("ana", "Kim").path("originalName").asText()).isEqualTo("Kim");
    assertThat(card("ana", "Kim").path("conversations").path(0).path("id").asText()).isEqualTo(kim.value());
  }

  @Test
  void the_card_of_a_pinned_contact_stays_with_its_owner_when_the_conversation_goes_elsewhere() {
    var kim = office.writes("Kim", WHATSAPP, "hello");
    office.furnishing().with(online("cy").in("sales", "support").agent());
    office.does("cy", new Claim(kim)).does("cy", new Pin(Office.contact(WHATSAPP, "Kim"), id("cy")))
        .does("cy", new Unassign(kim));
    office.furnishing().with(online("cy").in("sales").agent());
    assertThat(card("cy", "Kim").path("pin").path("canUnpin").asBoolean()).isTrue();
    assertThat(card("cy", "Kim").path("conversations")).isEmpty();
  }

  @Test
  void the_audit_log_shows_a_day_the_newest_first_page_by_page() {
    for (int i = 0; i < 12; i++) {
      var id = office.later(Duration.ofSeconds(i % 2)).writes("K" + i, WHATSAPP, "hello");
      office.does("ana", new Claim(id)).does("ana", new Close(id, Optional.empty(), true));
    }
    office.later(Duration.ofDays(1)).writes("Next", WHATSAPP, "the day after");
    var day = new HashMap<>(Map.of("day", "2026-03-02", "limit", "5"));
    var seen = new ArrayList<String>();
    var times = new ArrayList<String>();
    while (true) {
      var got = office.get("mia", "/audit", day);
      got.body().path("events").forEach(event -> {
        seen.add(event.path("id").asText());
        times.add(event.path("at").asText());
      });
      if (got.next("cursor").isEmpty()) {
        break;
      }
      day.put("cursor", got.next("cursor").get());
    }
    assertThat(seen).hasSize(36).doesNotHaveDuplicates();
    assertThat(times.reversed()).isSorted();
    assertThat(office.get("mia", "/audit", Map.of()).body().path("events")).hasSize(1);
  }

  @Test
  void notices_are_ones_own_and_those_of_the_channels_one_signed_up_for() {
    var kim = office.writes("Kim", WHATSAPP, "hello");
    show("own", kim, false, "ana");
    office.later(Duration.ofSeconds(1));
    show("shared", kim, true, "ana", "bo");
    show("others", kim, true, "bo");
    var got = office.get("ana", "/notices", Map.of()).body().path("notices");
    assertThat(got.findValuesAsText("id")).containsExactly("shared", "own");
    assertThat(got.path(1).toString()).doesNotContain("recipients").contains("\"kind\":\"assigned\"", kim.value());
    assertThat(office.get("bo", "/notices", Map.of()).body().path("notices")).as("not signed up").isEmpty();
  }

  private void show(String name, ConversationId about, boolean shared, String... recipients) {
    office.wiring().notices().show(new Notice(
        name, Notice.Kind.ASSIGNED, ACME, Optional.of(about), Optional.empty(), Optional.of(WHATSAPP.id()), 1,
        office.now(), Arrays.stream(recipients).map(one -> id(one)).toList(), "It is yours.", shared));
  }

  @Test
  void me_says_who_one_is_and_what_one_may() {
    var ana = office.get("ana", "/me", Map.of()).body();
    assertThat(ana.path("roles").toString()).isEqualTo("[\"operator\"]");
    assertThat(ana.path("teams").toString()).isEqualTo("[{\"id\":\"support\",\"name\":\"support\"}]");
    assertThat(ana.path("permissions").toString()).contains("conversation.take").doesNotContain("audit.view");
    assertThat(office.get("sam", "/me", Map.of()).body().path("permissions").toString()).contains("settings.manage");
  }
}
