package baton.manageworkspace;

import static baton.testing.Fixtures.called;
import static baton.testing.Fixtures.team;
import static baton.testing.Fixtures.waiting;
import static baton.testing.Fixtures.whatsapp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import baton.administration.Tally;
import baton.conversation.Conversations.Wanted;
import baton.event.Event;
import baton.http.Call;
import baton.testing.Fixtures;
import baton.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamsTest {
  private final Acme acme = new Acme();

  @Test
  void a_new_team_is_in_the_list() {
    String id = acme.send(Call.to("POST /teams").by("sam").with("{'name':'Sales'}")).json().path("id").asText();

    assertThat(acme.sam("GET /teams").json().path("teams").findValuesAsText("id"))
        .containsExactlyInAnyOrder("support", id);
    assertThat(acme.log()).extracting(event -> event.type().word(), Event::reason, Event::team)
        .containsExactly(tuple(
            "workspace.team_changed", "added", Optional.of(team(id))));
  }

  @Test
  void there_are_no_more_than_a_hundred() {
    acme.table.tally(new Tally(Set.of(Fixtures.id("sam")), 99));
    var call = Call.to("POST /teams").by("sam").with("{'name':'More'}");
    assertThat(acme.send(call).status()).isEqualTo(201);
    assertThat(acme.send(call)).hasToString("422 too-many-teams");
  }

  @Test
  void joining_and_leaving_change_both_sides_and_say_who() {
    assertThat(acme.sam("PUT /teams/{id}/members/{agentId}", "support", "ana").header("etag")).isEqualTo("\"2\"");
    assertThat(acme.agent("ana").teams()).containsExactly(team("support"));
    assertThat(acme.sam("GET /teams/{id}", "support").json().path("members").toString())
        .isEqualTo("[\"ana\",\"olga\"]");

    assertThat(acme.sam("DELETE /teams/{id}/members/{agentId}", "support", "ana").status()).isEqualTo(204);
    assertThat(acme.agent("ana").teams()).isEmpty();
    assertThat(acme.under("TEAM#support")).containsExactlyInAnyOrder("#", "MEMBER#olga");
    assertThat(acme.log()).extracting(Event::reason, Event::from, Event::to).containsExactly(
        tuple("joined", "", "ana"),
        tuple("left", "ana", ""));
  }

  @Test
  void doing_it_again_changes_nothing() {
    acme.sam("PUT /teams/{id}/members/{agentId}", "support", "ana");
    var before = acme.table.everything();
    assertThat(acme.sam("PUT /teams/{id}/members/{agentId}", "support", "ana").status()).isEqualTo(200);
    assertThat(acme.sam("DELETE /teams/{id}/members/{agentId}", "support", "max").status()).isEqualTo(204);
    assertThat(acme.table.everything()).isEqualTo(before);
  }

  @Test
  void a_team_with_members_stays() {
    assertThat(acme.sam("DELETE /teams/{id}", "support").json().path("holds").asText()).isEqualTo("members");
  }

  @Test
  void a_team_whose_queue_holds_a_conversation_stays() {
    acme.table.teams(called("sales"))
        .conversations(waiting().in("sales").named("c-1", whatsapp()).conversation());
    var reply = acme.sam("DELETE /teams/{id}", "sales");
    assertThat(reply).hasToString("409 team-not-empty");
    assertThat(reply.json().path("holds").asText()).isEqualTo("conversations");
  }

  @Test
  void a_team_that_a_channel_feeds_stays() {
    acme.table.teams(called("sales")).channels(Fixtures.in("sales", whatsapp()));
    assertThat(acme.sam("DELETE /teams/{id}", "sales").json().path("holds").asText()).isEqualTo("channels");
  }

  @Test
  void an_empty_team_goes() {
    acme.table.teams(called("sales")).tally(new Tally(Set.of(Fixtures.id("sam")), 2));

    assertThat(acme.sam("DELETE /teams/{id}", "sales").status()).isEqualTo(204);

    assertThat(acme.sam("GET /teams").json().toString()).doesNotContain("sales");
    assertThat(acme.table.tally(Fixtures.ACME).teams()).isEqualTo(1);
    assertThat(acme.sam("GET /teams/{id}", "sales")).hasToString("404 not-found");
    assertThat(acme.sam("PUT /teams/{id}/members/{agentId}", "sales", "ana")).hasToString("404 not-found");
  }

  @Test
  void what_comes_back_to_the_queue_of_a_team_that_is_gone_is_found_there_but_nothing_new_goes_in() {
    acme.table.teams(called("sales"));
    acme.sam("DELETE /teams/{id}", "sales");

    assertThat(acme.wiring.rosters().teams(Fixtures.ACME)).contains(team("sales"));
    assertThat(acme.wiring.conversations().load(new Wanted(
        Fixtures.ACME, Set.of(), Set.of(), Set.of(), Set.of(team("sales")), Optional.empty())).teams()).isEmpty();
    assertThat(acme.sam("DELETE /teams/{id}", "sales")).hasToString("404 not-found");
    assertThat(acme.send(acme.change("ana", "{'teams':['sales']}"))).hasToString("422 unknown-team");
  }

  @Test
  void nobody_joins_a_team_that_goes_at_this_moment() throws Exception {
    for (int round = 0; round < 5; round++) {
      var acme = new Acme();
      acme.table.teams(called("sales"));
      acme.atOnce(List.of(
          acme.change("ana", "{'teams':['sales']}"), Call.to("DELETE /teams/{id}", "sales").by("sam"),
          acme.change("max", "{'teams':['sales']}")));

      boolean gone = acme.sam("GET /teams/{id}", "sales").status() == 404;
      assertThat(acme.under("TEAM#sales").size() > 1).isNotEqualTo(gone);
    }
  }

  @Test
  void a_repeated_removal_under_its_key_gets_the_same_answer() {
    acme.table.teams(called("sales"));
    var call = Call.to("DELETE /teams/{id}", "sales").by("sam").key("k");
    assertThat(List.of(acme.send(call).event(), acme.send(call).event())).containsOnly(
        Json.MAPPER.valueToTree(
            Map.of("statusCode", 204, "headers", Map.of(), "body", "", "isBase64Encoded", false)));
  }

  @Test
  void settings_change_and_say_what_they_were() {
    var call = Call.to("PUT /workspace").by("sam").with("{'zone':'Asia/Tokyo','closeIdleAfterSeconds':3600}");
    var reply = acme.send(call.key("k").ifMatch(1));

    assertThat(reply.header("etag")).isEqualTo("\"2\"");
    assertThat(acme.send(call.key("k").ifMatch(1)).event()).isEqualTo(reply.event());
    assertThat(acme.send(call.ifMatch(1))).hasToString("412 version-conflict");
    assertThat(acme.log()).extracting(Event::data).containsExactly(Map.of(
        "zone.was", "Europe/Berlin", "zone", "Asia/Tokyo", "closeIdleAfterSeconds.was", "604800",
        "closeIdleAfterSeconds", "3600"));
  }
}
