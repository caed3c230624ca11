package baton.manageworkspace;

import static baton.testing.Fixtures.called;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.superAdmin;
import static baton.testing.Fixtures.team;
import static baton.testing.Fixtures.waiting;
import static baton.testing.Fixtures.whatsapp;
import static org.assertj.core.api.Assertions.assertThat;

import baton.administration.Tally;
import baton.agent.Account;
import baton.agent.Login;
import baton.conversation.Caller;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.ToAgent;
import baton.event.Event;
import baton.event.EventType;
import baton.http.Call;
import baton.http.Call.Reply;
import baton.testing.Fixtures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AgentsTest {
  private static final Call NINA = Call.to("POST /agents").by("sam").with("""
      {'name':'Nina','email':'nina@acme.example','roles':['operator'],'teams':['support'],'capacity':8,
       'login':{'issuer':'https://id.example','subject':'nina-1'}}""");

  private final Acme acme = new Acme();

  @Test
  void a_new_agent_is_in_their_teams_and_can_come_in() {
    var reply = acme.send(NINA);

    String id = reply.json().path("id").asText();
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("etag")).isEqualTo("\"1\"");
    assertThat(acme.agent(id).teams()).containsExactly(team("support"));
    assertThat(acme.under("TEAM#support")).contains("MEMBER#" + id, "MEMBER#olga");
    assertThat(acme.table.login("nina-1")).isEqualTo(id + " true");
    assertThat(acme.sam("GET /teams/{id}", "support").header("etag")).isEqualTo("\"2\"");
    assertThat(acme.log()).singleElement().satisfies(event -> {
      assertThat(event.type()).isEqualTo(EventType.AGENT_CHANGED);
      assertThat(event.reason()).isEqualTo("added");
      assertThat(event.actor().id()).isEqualTo("sam");
      assertThat(event.data()).containsEntry("agent", id).containsEntry("name", "Nina").doesNotContainKey("email");
    });
  }

  @Test
  void the_log_has_old_and_new_but_no_address_and_no_login() {
    acme.send(acme.change("ana", """
        {'name':'Anna','capacity':9,'email':'anna@acme.example','login':{'issuer':'https://id.example','subject':'a-2'}}"""));

    assertThat(acme.log()).extracting(Event::data).containsExactly(Map.of(
        "agent", "ana", "name.was", "ana", "name", "Anna", "capacity.was", "5", "capacity", "9", "email", "changed",
        "login", "changed"));
  }

  @Test
  void how_many_they_hold_is_never_set_by_hand() {
    acme.table.agents(online("bo").with(3));

    var reply = acme.send(acme.change("bo", "{'capacity':1,'account':'suspended'}"));

    assertThat(reply.json().path("open").asInt()).isEqualTo(3);
    assertThat(reply.json().path("warnings").toString()).isEqualTo("[\"holds_open_conversations\"]");
    assertThat(acme.agent("bo").open()).isEqualTo(3);
  }

  @Test
  void who_holds_open_conversations_is_not_let_go_until_they_are_handed_on() {
    acme.table.agents(online("bo").with(3));
    var before = acme.table.everything();

    var reply = acme.sam("DELETE /agents/{id}", "bo");

    assertThat(reply).hasToString("409 holds-open-conversations");
    assertThat(reply.json().path("open").asInt()).isEqualTo(3);
    assertThat(acme.table.everything()).isEqualTo(before);
    acme.table.agents(online("cy"));
    assertThat(acme.sam("DELETE /agents/{id}", "cy").status()).isEqualTo(200);
  }

  @Test
  void who_is_given_a_conversation_while_they_are_let_go_stays_or_it_is_not_given_to_them() throws Exception {
    for (int round = 0; round < 5; round++) {
      var acme = new Acme();
      var waits = waiting().named("c-1", whatsapp()).conversation();
      acme.table.agents(online("bo")).conversations(waits);
      var giving = CompletableFuture.supplyAsync(() -> acme.wiring.conversationCommands().handle(
          new Assign(waits.id(), new ToAgent(Fixtures.id("bo")), false),
          new Caller(Fixtures.ACME, Fixtures.id("sam"), Optional.empty(), OptionalLong.empty())));
      acme.sam("DELETE /agents/{id}", "bo");
      giving.get();

      var bo = acme.agent("bo");
      assertThat(bo.account() == Account.DELETED && bo.open() > 0).as("%s", bo).isFalse();
    }
  }

  @Test
  void a_suspended_agent_cannot_come_in_and_an_active_one_can_again() {
    acme.send(acme.change("ana", "{'account':'suspended'}"));
    assertThat(acme.table.login("ana")).isEqualTo("ana false");
    acme.send(acme.change("ana", "{'account':'active'}"));
    assertThat(acme.table.login("ana")).isEqualTo("ana true");
  }

  @Test
  void who_comes_back_has_their_login_for_as_long_as_before() {
    var before = acme.logins("ana");
    acme.send(acme.change("ana", "{'account':'suspended'}"));
    acme.send(acme.change("ana", "{'account':'active'}"));
    assertThat(acme.logins("ana")).isEqualTo(before);
    acme.send(NINA);
    assertThat(acme.logins("nina-1")).extracting(Login::since).containsExactly(Fixtures.NOW);
  }

  @Test
  void another_login_replaces_the_old_one() {
    acme.send(acme.change("ana", "{'login':{'issuer':'https://id.example','subject':'ana-2'}}"));
    assertThat(acme.table.login("ana")).isEmpty();
    assertThat(acme.table.login("ana-2")).isEqualTo("ana true");
  }

  @Test
  void nobody_takes_anothers_login() {
    var before = acme.table.everything();
    var taken = "{'login':{'issuer':'https://id.example','subject':'max'}}";
    assertThat(acme.send(acme.change("ana", taken))).hasToString("409 login-taken");
    assertThat(acme.table.everything()).isEqualTo(before);
  }

  @Test
  void other_teams_change_both_sides_in_one_go() {
    acme.table.teams(called("sales"), called("night"));

    acme.send(acme.change("olga", "{'teams':['sales','night']}"));

    assertThat(acme.agent("olga").teams()).containsExactlyInAnyOrder(team("sales"), team("night"));
    assertThat(acme.under("TEAM#support")).containsExactly("#");
    assertThat(acme.under("TEAM#sales")).containsExactlyInAnyOrder("#", "MEMBER#olga");
    assertThat(acme.log()).hasSize(1);
  }

  @Test
  void an_unknown_team_is_refused() {
    assertThat(acme.send(acme.change("ana", "{'teams':['nowhere']}"))).hasToString("422 unknown-team");
  }

  @Test
  void who_is_let_go_keeps_their_name_and_nothing_else() {
    var reply = acme.sam("DELETE /agents/{id}", "olga");

    assertThat(reply.json().path("account").asText()).isEqualTo("deleted");
    assertThat(acme.agent("olga").account()).isEqualTo(Account.DELETED);
    assertThat(acme.agent("olga").name()).isEqualTo("olga");
    assertThat(acme.under("TEAM#support")).containsExactly("#");
    assertThat(acme.table.login("olga")).isEmpty();
    assertThat(acme.sam("DELETE /agents/{id}", "olga").status()).isEqualTo(200);
    assertThat(acme.send(acme.change("olga", "{'name':'O'}"))).hasToString("404 not-found");
    assertThat(acme.log()).hasSize(1);
  }

  @Test
  void what_is_so_already_is_not_written_again() {
    var before = acme.table.everything();
    var reply = acme.send(acme.change("ana", "{'name':'ana','capacity':5,'roles':['operator']}").key("k"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(acme.table.everything()).isEqualTo(before);
  }

  @Test
  void a_stale_version_is_refused_with_the_agent_as_they_are() {
    acme.send(acme.change("ana", "{'capacity':7}").ifMatch(1));

    var reply = acme.send(acme.change("ana", "{'capacity':9}").ifMatch(1));

    assertThat(reply).hasToString("412 version-conflict");
    assertThat(reply.json().path("current").path("capacity").asInt()).isEqualTo(7);
    assertThat(reply.header("etag")).isEqualTo("\"2\"");
  }

  @Test
  void a_repeated_request_adds_nobody_twice() {
    var first = acme.send(NINA.key("k-1"));
    assertThat(acme.send(NINA.key("k-1")).event()).isEqualTo(first.event());
    assertThat(acme.send(NINA.with("{'name':'Other'}").key("k-1"))).hasToString("400 malformed");
    assertThat(acme.send(NINA.with("{'name':'O','email':'o@a.b','roles':['operator'],'capacity':1}").key("k-1")))
        .hasToString("422 idempotency-mismatch");
    assertThat(acme.log()).hasSize(1);
  }

  @Test
  void the_list_is_read_page_by_page_and_nobody_comes_twice() {
    var seen = new ArrayList<String>();
    var call = Call.to("GET /agents").by("sam").query("limit", "4");
    for (var page = acme.send(call); ; page = acme.send(call.query("cursor", page.json().path("cursor").asText()))) {
      seen.addAll(page.json().path("agents").findValuesAsText("id"));
      if (!page.json().has("cursor")) {
        break;
      }
      assertThat(page.json().path("agents")).hasSize(4);
    }
    assertThat(seen).containsExactly("ana", "max", "olga", "otto", "rita", "sam");

    String cursor = acme.send(call).json().path("cursor").asText();
    assertThat(acme.send(call.by("max").query("cursor", cursor))).hasToString("400 bad-cursor");
    assertThat(acme.send(call.query("limit", "0"))).hasToString("400 malformed");
  }

  @Test
  void who_was_let_go_is_in_no_list_but_still_known_by_their_id() {
    acme.sam("DELETE /agents/{id}", "olga");
    assertThat(acme.sam("GET /agents").json().path("agents").findValuesAsText("id")).doesNotContain("olga");
    assertThat(acme.sam("GET /agents/{id}", "olga").json().path("account").asText()).isEqualTo("deleted");
  }

  // ---- the last super admin -----------------------------------------------------------------------------------

  @Test
  void the_last_super_admin_stays_by_whatever_way() {
    var before = acme.table.everything();
    assertThat(acme.sam("DELETE /agents/{id}", "sam")).hasToString("409 last-super-admin");
    assertThat(acme.send(acme.change("sam", "{'account':'suspended'}"))).hasToString("409 last-super-admin");
    assertThat(acme.send(acme.change("sam", "{'roles':['manager']}"))).hasToString("409 last-super-admin");
    assertThat(acme.table.everything()).isEqualTo(before);
  }

  @Test
  void once_there_is_another_the_first_may_go() {
    acme.send(acme.change("max", "{'roles':['super_admin']}"));
    assertThat(acme.send(acme.change("sam", "{'roles':['operator']}")).status()).isEqualTo(200);
    assertThat(acme.table.tally(Fixtures.ACME).superAdmins()).containsExactly(Fixtures.id("max"));
    assertThat(acme.sam("DELETE /agents/{id}", "ana")).hasToString("403 forbidden");
  }

  @Test
  void of_two_super_admins_who_remove_each_other_at_once_one_remains() throws Exception {
    for (int round = 0; round < 5; round++) {
      var acme = new Acme();
      acme.table.agents(superAdmin("sue")).tally(new Tally(Set.of(Fixtures.id("sam"), Fixtures.id("sue")), 1));

      var replies = acme.atOnce(List.of(
          Call.to("DELETE /agents/{id}", "sue").by("sam"),
          Call.to("PUT /agents/{id}", "sam").by("sue").with("{'roles':['operator']}"),
          Call.to("PUT /agents/{id}", "sam").by("sam").with("{'account':'suspended'}"),
          Call.to("DELETE /agents/{id}", "sue").by("sue")));

      var remaining = acme.superAdmins("sam", "sue");
      assertThat(remaining).describedAs("after %s", replies).hasSize(1);
      assertThat(acme.table.tally(Fixtures.ACME).superAdmins()).extracting(Object::toString).isEqualTo(remaining);
      assertThat(replies).allMatch(reply -> Set.of(200, 403, 404, 409).contains(reply.status()));
    }
  }

  @Test
  void of_many_who_want_one_login_at_once_one_gets_it() throws Exception {
    var calls = new ArrayList<Call>();
    for (int i = 0; i < 6; i++) {
      calls.add(NINA.key("k-" + i));
    }
    var statuses = new HashSet<Integer>();
    var replies = acme.atOnce(calls);
    replies.forEach(reply -> statuses.add(reply.status()));
    assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
    assertThat(statuses).containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void the_same_request_many_times_at_once_adds_one() throws Exception {
    var replies = acme.atOnce(List.of(NINA.key("k"), NINA.key("k"), NINA.key("k"), NINA.key("k")));
    assertThat(replies).extracting(Reply::event).containsOnly(replies.getFirst().event());
    assertThat(acme.log()).hasSize(1);
  }
}
