package baton.manageworkspace;

import static baton.testing.Fixtures.called;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.suspended;
import static org.assertj.core.api.Assertions.assertThat;

import baton.access.Role;
import baton.administration.Tally;
import baton.http.Call;
import baton.http.Call.Reply;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each role at each route (A18), and what strangers get.
class AccessTest {
  private static final List<Call> WRITES = List.of(
      Call.to("PUT /workspace").with("{'name':'Mine'}"),
      Call.to("POST /agents").with("{'name':'N','email':'n@acme.example','roles':['super_admin'],'capacity':1}"),
      Call.to("PUT /agents/{id}", "otto").with("{'roles':['super_admin']}"),
      Call.to("DELETE /agents/{id}", "ana"),
      Call.to("POST /teams").with("{'name':'Mine'}"),
      Call.to("PUT /teams/{id}", "support").with("{'name':'Mine'}"),
      Call.to("DELETE /teams/{id}", "night"),
      Call.to("PUT /teams/{id}/members/{agentId}", "support", "ana"),
      Call.to("DELETE /teams/{id}/members/{agentId}", "support", "olga"));
  private static final List<Call> READS = List.of(
      Call.to("GET /workspace"), Call.to("GET /agents"), Call.to("GET /agents/{id}", "olga"), Call.to("GET /teams"),
      Call.to("GET /teams/{id}", "support"));

  private final Acme acme = opened();

  private static Acme opened() {
    var acme = new Acme();
    acme.table.teams(called("night")).tally(new Tally(Set.of(id("sam")), 2));
    return acme;
  }

  @Test
  void these_are_all_routes() {
    assertThat(Stream.concat(WRITES.stream(), READS.stream()).map(Call::route))
        .containsExactlyInAnyOrderElementsOf(acme.function.routeKeys());
  }

  @ParameterizedTest
  @ValueSource(strings = {"max", "olga", "rita", "otto"})
  void who_is_no_super_admin_changes_nothing(String agent) {
    var before = acme.table.everything();
    for (var call : WRITES) {
      assertThat(acme.send(call.by(agent))).describedAs(call.route()).hasToString("403 forbidden");
    }
    assertThat(acme.table.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"max", "olga", "rita", "otto"})
  void every_agent_may_look_things_up_but_sees_no_address_login_or_salt(String agent) {
    for (var call : READS) {
      var reply = acme.send(call.by(agent));
      assertThat(reply.status()).describedAs(call.route()).isEqualTo(200);
      assertThat(reply.text()).doesNotContain("@", "https://id.example", "00112233445566778899aabbccddeeff");
    }
  }

  @Test
  void a_super_admin_may_do_all_of_it() {
    for (var call : READS) {
      assertThat(acme.send(call.by("sam")).status()).describedAs(call.route()).isEqualTo(200);
    }
    assertThat(acme.sam("GET /agents").text()).contains("ana@acme.example").doesNotContain("salt");
    assertThat(acme.sam("GET /workspace").text()).doesNotContain("00112233445566778899aabbccddeeff");
    for (var call : WRITES) {
      assertThat(opened().send(call.by("sam")).status()).describedAs(call.route()).isBetween(200, 204);
    }
  }

  @Test
  void p26_a_grouped_operator_looks_up_only_their_teams_and_who_is_in_them() {
    acme.table.agents(online("cy").in("night", "support"), online("nat").in("night"));
    assertThat(ids(acme.send(Call.to("GET /teams").by("olga")), "teams")).containsExactly("support");
    assertThat(ids(acme.send(Call.to("GET /agents").by("olga")), "agents")).containsExactly("cy", "olga");
    assertThat(acme.send(Call.to("GET /agents/{id}", "cy").by("olga")).json().path("teams").toString())
        .isEqualTo("[\"support\"]");
    for (var hidden : List.of(Call.to("GET /teams/{id}", "night"), Call.to("GET /agents/{id}", "nat"))) {
      assertThat(acme.send(hidden.by("olga"))).describedAs(hidden.route()).hasToString("404 not-found");
      assertThat(acme.send(hidden.by("max")).status()).isEqualTo(200);
      assertThat(acme.send(hidden.by("sam")).status()).isEqualTo(200);
    }
  }

  private static List<String> ids(Reply reply, String list) {
    return reply.json().path(list).findValuesAsText("id");
  }

  @Test
  void who_is_suspended_or_unknown_gets_nothing() {
    acme.table.agents(suspended("sue").as(Role.SUPER_ADMIN));
    var before = acme.table.everything();
    for (String nobody : List.of("sue", "nobody")) {
      for (var call : WRITES) {
        assertThat(acme.send(call.by(nobody))).describedAs(call.route()).hasToString("403 unknown-actor");
      }
      for (var call : READS) {
        assertThat(acme.send(call.by(nobody))).describedAs(call.route()).hasToString("403 unknown-actor");
      }
    }
    assertThat(acme.table.everything()).isEqualTo(before);
  }

  @Test
  void a_body_cannot_say_for_which_workspace_or_as_whom() {
    assertThat(acme.send(acme.change("ana", "{'name':'A','workspaceId':'other'}"))).hasToString("400 malformed");
    assertThat(acme.send(acme.change("ana", "{'name':'A','id':'sam'}"))).hasToString("400 malformed");
    assertThat(acme.send(acme.change("ana", "{'open':0}"))).hasToString("400 malformed");
    assertThat(acme.send(acme.change("ana", "{'version':9}"))).hasToString("400 malformed");
    assertThat(acme.send(acme.change("ana", "{'availability':'available'}"))).hasToString("400 malformed");
    assertThat(acme.send(acme.change("ana", "{'__proto__':{}}"))).hasToString("400 malformed");
    assertThat(acme.send(acme.change("ana", "{'account':'deleted'}"))).hasToString("400 malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a#b", "ana:x", "a|b", "CONV#1#EVT#2", "..", "", "%00", "ana ", "\u0430na"})
  void what_could_not_be_an_id_names_nothing(String id) {
    assertThat(acme.sam("GET /agents/{id}", id)).hasToString("404 not-found");
    assertThat(acme.sam("DELETE /agents/{id}", id)).hasToString("404 not-found");
    assertThat(acme.sam("GET /teams/{id}", id)).hasToString("404 not-found");
    assertThat(acme.sam("PUT /teams/{id}/members/{agentId}", "support", id)).hasToString("404 not-found");
    assertThat(acme.send(acme.change("ana", "{'teams':['" + id + "']}"))).hasToString("400 malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\\nlines", "", "   ", "nul\\u0000", "lone\\ud800"})
  void a_name_is_one_line_of_text_that_can_be_written(String name) {
    for (var call : List.of(
        Call.to("POST /teams"), Call.to("PUT /teams/{id}", "support"), Call.to("PUT /agents/{id}", "ana"),
        Call.to("PUT /workspace"))) {
      assertThat(acme.send(call.by("sam").with("{'name':'" + name + "'}"))).hasToString("400 malformed");
    }
  }

  @Test
  void a_name_full_of_signs_stays_a_name() {
    assertThat(acme.send(acme.change("ana", "{'name':'WS#acme|AGENT#sam: ✨'}")).status()).isEqualTo(200);
    assertThat(acme.agent("ana").name()).isEqualTo("WS#acme|AGENT#sam: ✨");
  }
}
