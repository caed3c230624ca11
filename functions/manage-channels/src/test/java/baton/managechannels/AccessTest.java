package baton.managechannels;

import static baton.testing.Fixtures.suspended;
import static org.assertj.core.api.Assertions.assertThat;

import baton.access.Role;
import baton.http.Call;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each role at each route (A18), and what strangers get.
class AccessTest {
  private static final String NEW_SECRET = "a-new-signing-secret-0004";
  private static final List<Call> WRITES = List.of(
      Call.to("POST /channels").with(
          "{'kind':'whatsapp','name':'N','account':'1','signingSecret':'" + NEW_SECRET + "'}"),
      Call.to("PUT /channels/{id}", "wa-1").with("{'name':'Mine'}"),
      Call.to("DELETE /channels/{id}", "wa-1"),
      Call.to("POST /channels/{id}/secrets", "wa-1").with("{'signingSecret':'" + NEW_SECRET + "'}"),
      Call.to("PUT /channels/{id}/subscribers/{agentId}", "wa-1", "ana"),
      Call.to("DELETE /channels/{id}/subscribers/{agentId}", "wa-1", "ana"));
  private static final Call QUARANTINE = Call.to("GET /channels/{id}/quarantine", "wa-1");
  private static final List<Call> READS = List.of(
      Call.to("GET /channels"), Call.to("GET /channels/{id}", "wa-1"),
      Call.to("GET /channels/{id}/subscribers", "wa-1"));

  private final Acme acme = new Acme();

  @Test
  void these_are_all_routes() {
    assertThat(Stream.of(WRITES, READS, List.of(QUARANTINE)).flatMap(List::stream).map(Call::route))
        .containsExactlyInAnyOrderElementsOf(acme.function.routeKeys());
  }

  @ParameterizedTest
  @ValueSource(strings = {"max", "olga", "rita", "otto"})
  void who_is_no_super_admin_changes_nothing(String agent) {
    var before = acme.table.everything();
    for (var call : WRITES) {
      var expected = agent.equals("rita") && call.route().startsWith("PUT /channels/{id}/subscribers")
          ? "404 not-found" : "403 forbidden";
      assertThat(call.by(agent).send(acme.function)).describedAs(call.route()).hasToString(expected);
    }
    assertThat(acme.table.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"max,200,200", "olga,200,404", "ana,200,200", "otto,200,200", "rita,404,404"})
  void agents_see_the_channels_that_they_may_follow_and_not_how_they_are_set_up(
      String agent, int whatsapp, int telegram) {
    assertThat(acme.by(agent, "GET /channels/{id}", "wa-1").status()).isEqualTo(whatsapp);
    assertThat(acme.by(agent, "GET /channels/{id}", "tg-1").status()).isEqualTo(telegram);
    assertThat(acme.by(agent, "GET /channels/{id}/subscribers", "tg-1").status()).isEqualTo(telegram);
    for (var call : READS) {
      assertThat(call.by(agent).send(acme.function).text())
          .doesNotContain("last4", "account", "webhooks", Acme.SECRET, Acme.VERIFY, Acme.SEND);
    }
    assertThat(QUARANTINE.by(agent).send(acme.function).status()).isEqualTo(whatsapp == 404 ? 404 : 403);
  }

  @Test
  void a_super_admin_sees_all_but_the_secrets() {
    for (var call : READS) {
      assertThat(call.by("sam").send(acme.function).status()).isEqualTo(200);
    }
    assertThat(QUARANTINE.by("sam").send(acme.function).json().path("quarantine").findValuesAsText("why"))
        .containsExactly("newer", "older");
  }

  @Test
  void a_super_admin_may_do_all_of_it() {
    for (var call : WRITES) {
      assertThat(call.by("sam").send(new Acme().function).status()).describedAs(call.route()).isBetween(200, 204);
    }
  }

  @Test
  void who_is_suspended_or_unknown_gets_nothing() {
    acme.table.agents(suspended("sue").as(Role.SUPER_ADMIN));
    for (String nobody : List.of("sue", "nobody")) {
      for (var call : WRITES) {
        assertThat(call.by(nobody).send(acme.function)).hasToString("403 unknown-actor");
      }
      for (var call : READS) {
        assertThat(call.by(nobody).send(acme.function)).hasToString("403 unknown-actor");
      }
      assertThat(QUARANTINE.by(nobody).send(acme.function)).hasToString("403 unknown-actor");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wa-2", "a#b", "wa-1:x", "a|b", "wa-1#QUARANTINE", "CONV#1#EVT#2", "..", "", "%00", "wa-1 "})
  void what_is_no_channel_is_not_found(String id) {
    for (var call : WRITES.subList(1, WRITES.size())) {
      var path = call.path().containsKey("agentId")
          ? Call.to(call.route(), id, "ana") : Call.to(call.route(), id);
      if (id.indexOf('{') < 0) {
        assertThat(path.with(call.body()).by("sam").send(acme.function))
            .describedAs(call.route()).hasToString("404 not-found");
      }
    }
    assertThat(acme.by("sam", "GET /channels/{id}", id)).hasToString("404 not-found");
    assertThat(acme.by("sam", "GET /channels/{id}/quarantine", id)).hasToString("404 not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{'name':'N','workspace':'other'}", "{'name':'N','salt':'00'}", "{'name':'N','id':'wa-9'}",
      "{'name':'N','signingSecret':'0123456789abcdef'}", "{'name':'N','version':3}", "{'name':'N','__proto__':{}}",
      "{'team':'a#b'}", "{'sendToken':'with space in it'}", "{'verifyToken':'short'}", "{'name':''}"})
  void anything_else_is_malformed(String body) {
    var before = acme.table.everything();
    var reply = acme.sam("PUT /channels/{id}", "wa-1", body);
    assertThat(reply).hasToString("400 malformed");
    assertThat(reply.text()).doesNotContain("with space in it", "0123456789abcdef");
    assertThat(acme.table.everything()).isEqualTo(before);
  }
}
