package baton.browseinbox;

import static baton.browseinbox.Office.RIVAL;
import static baton.browseinbox.Office.SHOP;
import static baton.browseinbox.Office.WHATSAPP;
import static baton.testing.Fixtures.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is not shown, and why.
class RefusalsTest {
  private static final Map<String, String> QUEUE = Map.of("folder", "unassigned", "limit", "2");
  private static Office office;

  @BeforeAll
  static void some_are_waiting() {
    office = new Office().withEve();
    for (int i = 0; i < 5; i++) {
      office.writes("K" + i, WHATSAPP, "hello");
    }
    office.writes("Lee", SHOP, "hello");
  }

  private static Office.Got list(String agent, String... query) {
    var all = new HashMap<String, String>();
    for (int i = 0; i < query.length; i += 2) {
      all.put(query[i], query[i + 1]);
    }
    return office.get(agent, "/conversations", all);
  }

  private static void refused(Office.Got got, int status, String problem) {
    assertThat(got.type()).isEqualTo("/problems/" + problem);
    assertThat(got.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "1e9", "1.5", "10,10", "101", "999", "1000", "abc", "+5", "05", " 5", "٣"})
  void a24_a_limit_is_a_whole_number_from_1_to_100(String limit) {
    refused(list("ana", "folder", "mine", "limit", limit), 400, "malformed");
    refused(office.get("mia", "/audit", Map.of("limit", limit)), 400, "malformed");
    refused(office.get("ana", "/notices", Map.of("limit", limit)), 400, "malformed");
  }

  @Test
  void an_unknown_folder_or_status_or_day_is_malformed() {
    refused(list("ana"), 400, "malformed");
    refused(list("ana", "folder", "spam"), 400, "malformed");
    refused(list("ana", "folder", "mine,mine"), 400, "malformed");
    refused(list("mia", "folder", "all", "status", "snoozed"), 400, "malformed");
    refused(list("mia", "folder", "all", "status", "blocked"), 400, "malformed");
    refused(list("mia", "folder", "all", "team", "a b"), 400, "malformed");
    refused(office.get("mia", "/audit", Map.of("day", "2026-02-30")), 400, "malformed");
  }

  @ParameterizedTest
  @CsvSource({"unassigned,status,closed", "mine,status,assigned", "closed,status,unassigned", "blocked,status,closed",
      "unassigned,agent,bo", "mine,agent,bo", "closed,agent,bo"})
  void bl_70_a_filter_works_only_in_the_folders_that_offer_it(String folder, String filter, String value) {
    refused(list("sam", "folder", folder, filter, value), 400, "filter-not-allowed");
  }

  @Test
  void bl_70_the_team_filter_works_in_every_folder() {
    for (var folder : List.of("unassigned", "mine", "closed", "all", "blocked")) {
      assertThat(list("sam", "folder", folder, "team", "support").status()).isEqualTo(200);
    }
    assertThat(list("sam", "folder", "blocked", "agent", "bo").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"ana,all", "ana,blocked", "eve,all", "rex,unassigned", "rex,all", "obi,mine", "obi,closed"})
  void bl_15_a_folder_that_the_roles_do_not_have_is_forbidden(String agent, String folder) {
    refused(list(agent, "folder", folder), 403, "forbidden");
  }

  @Test
  void only_who_may_reads_the_audit_log() {
    refused(office.get("ana", "/audit", Map.of()), 403, "forbidden");
    assertThat(office.get("mia", "/audit", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void a_team_or_an_agent_out_of_reach_is_not_found_like_one_that_does_not_exist() {
    refused(list("ana", "folder", "unassigned", "team", "sales"), 404, "not-found");
    assertThat(list("ana", "folder", "unassigned", "team", "nobodys").text())
        .isEqualTo(list("ana", "folder", "unassigned", "team", "sales").text());
    refused(list("sam", "folder", "unassigned", "team", "nobodys"), 404, "not-found");
    refused(list("sam", "folder", "all", "agent", "nobody"), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dan", "nobody"})
  void who_is_no_active_agent_sees_nothing(String agent) {
    for (var route : List.of("/counters", "/audit", "/notices", "/me")) {
      refused(office.get(agent, route, Map.of()), 403, "unknown-actor");
    }
    refused(list(agent, "folder", "mine"), 403, "unknown-actor");
    var kim = Office.conversation(WHATSAPP, "K0").value();
    refused(office.get(agent, "/conversations/{id}", kim), 403, "unknown-actor");
    refused(office.get(agent, "/conversations/{id}/assignable", kim), 403, "unknown-actor");
    refused(office.get(agent, "/contacts/{id}", Office.contact(WHATSAPP, "K0").value()), 403, "unknown-actor");
  }

  @Test
  void what_is_no_id_names_nothing() {
    refused(office.get("sam", "/conversations/{id}", "a#b"), 404, "not-found");
    refused(office.get("sam", "/conversations/{id}/assignable", "a#b"), 404, "not-found");
    refused(office.get("sam", "/contacts/{id}", "WS#rival"), 404, "not-found");
  }

  @Test
  void a25_a_cursor_is_good_for_its_own_view_only() {
    var cursor = list("sam", "folder", "unassigned", "limit", "2").next("cursor").orElseThrow();
    assertThat(list("sam", "folder", "unassigned", "limit", "3", "cursor", cursor).status()).isEqualTo(200);
    refused(list("sam", "folder", "mine", "cursor", cursor), 400, "bad-cursor");
    refused(list("sam", "folder", "all", "cursor", cursor), 400, "bad-cursor");
    refused(list("sam", "folder", "unassigned", "team", "support", "cursor", cursor), 400, "bad-cursor");
    refused(list("mia", "folder", "unassigned", "cursor", cursor), 400, "bad-cursor");
    refused(office.get("sam", "/audit", Map.of("cursor", cursor)), 400, "bad-cursor");
    refused(office.get("sam", "/notices", Map.of("cursor", cursor)), 400, "bad-cursor");
    refused(Office.get(office.handler(), RIVAL, "sam", "/conversations", "",
        Map.of("folder", "unassigned", "cursor", cursor)), 400, "bad-cursor");
  }

  @Test
  void a25_a_cursor_with_one_character_changed_is_bad() {
    var cursor = office.get("sam", "/conversations", QUEUE).next("cursor").orElseThrow();
    for (int i = 0; i < cursor.length(); i++) {
      var altered = cursor.substring(0, i) + (cursor.charAt(i) == 'B' ? 'A' : 'B') + cursor.substring(i + 1);
      refused(list("sam", "folder", "unassigned", "cursor", altered), 400, "bad-cursor");
    }
    char last = cursor.charAt(cursor.length() - 1);
    refused(list("sam", "folder", "unassigned", "cursor",
        cursor.substring(0, cursor.length() - 1) + (char) (last + 1)), 400, "bad-cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "====", "%00", "aGVsbG8", "null", "WS#acme#ASSIGNED#bo", "💥"})
  void a25_garbage_is_no_cursor(String garbage) {
    refused(list("sam", "folder", "unassigned", "cursor", garbage), 400, "bad-cursor");
    refused(office.get("sam", "/audit", Map.of("cursor", garbage)), 400, "bad-cursor");
    refused(office.get("sam", "/notices", Map.of("cursor", garbage)), 400, "bad-cursor");
    refused(Office.get(office.handler(), ACME, "sam", "/conversations/{id}",
        Office.conversation(WHATSAPP, "K0").value(), Map.of("before", garbage)), 400, "bad-cursor");
  }

  @Test
  void a25_eight_kilobytes_are_no_cursor() {
    refused(list("sam", "folder", "unassigned", "cursor", "A".repeat(8192)), 400, "bad-cursor");
  }
}
