package baton.managechannels;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.SALT;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.telegram;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import baton.channel.Channel;
import baton.channel.ChannelKind;
import baton.channel.Stopped;
import baton.event.Event;
import baton.http.Call;
import baton.id.ChannelId;
import baton.id.WorkspaceId;
import baton.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {
  private static final String SECOND = "the-second-app-secret-0004";
  private static final String THIRD = "the-third-app-secret-0005";

  private final Acme acme = new Acme();

  // ---- connecting ---------------------------------------------------------------------------------------------

  private static Call adding() {
    return Call.to("POST /channels").by("sam").with("""
        {'kind':'whatsapp','name':'New','account':'1','team':'support','signingSecret':'%s','verifyToken':'%s',
         'sendToken':'%s'}""".formatted(SECOND, "a-new-verify-token-06", "a-new-send-token-0007"));
  }

  @Test
  void a_new_channel_has_an_address_that_nobody_guesses_and_the_workspaces_salt() {
    var reply = adding().send(acme.function);

    String id = reply.json().path("id").asText();
    assertThat(reply.status()).isEqualTo(201);
    assertThat(id).matches("[A-Za-z0-9_-]{27}");
    assertThat(reply.json().path("webhook").asText()).isEqualTo("/webhooks/" + id);
    var channel = acme.table.channel(id);
    assertThat(channel.salt()).isEqualTo(SALT);
    assertThat(channel.workspace()).isEqualTo(ACME);
    assertThat(channel.secretsAt(NOW)).containsExactly(SECOND);
    assertThat(adding().send(acme.function).json().path("id").asText()).isNotEqualTo(id);
  }

  @Test
  void one_that_its_provider_has_stopped_says_so_until_it_is_changed() {
    acme.table.stopped("wa-1", new Stopped("190", NOW));
    assertThat(acme.by("sam", "GET /channels/{id}", "wa-1").json().path("stopped"))
        .isEqualTo(Json.read("{\"code\":\"190\",\"at\":\"" + NOW + "\"}"));
    acme.sam("POST /channels/{id}/secrets", "wa-1", "{'signingSecret':'" + SECOND + "'}");
    assertThat(acme.by("sam", "GET /channels/{id}", "wa-1").json().has("stopped"))
        .as("that was another secret").isTrue();
    acme.sam("PUT /channels/{id}", "wa-1", "{'sendToken':'" + THIRD + "'}");
    assertThat(acme.by("sam", "GET /channels/{id}", "wa-1").json().has("stopped")).isFalse();
  }

  @Test
  void a_repeated_request_connects_one() {
    var first = adding().key("k").send(acme.function);
    assertThat(adding().key("k").send(acme.function).event()).isEqualTo(first.event());
    assertThat(adding().with("{'kind':'telegram','name':'N','signingSecret':'" + THIRD + "'}").key("k")
        .send(acme.function)).hasToString("422 idempotency-mismatch");
    assertThat(acme.table.log()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
      "whatsapp,''", "whatsapp,'                    '", "whatsapp,short", "whatsapp,fifteen-letters", "telegram,short",
      "telegram,with.a.dot.in.it.0000", "webhook,whsec_", "webhook,whsec_c2hvcnQ=", "webhook,not-base64-not-base64-not!"})
  void a_secret_that_protects_nothing_is_refused_and_not_repeated(String kind, String secret) {
    var reply = Call.to("POST /channels").by("sam")
        .with("{'kind':'%s','name':'N','account':'1','signingSecret':'%s'}".formatted(kind, secret)).send(acme.function);

    assertThat(reply).hasToString("422 unfit-secret");
    if (secret.length() > 6) {
      assertThat(reply.text()).doesNotContain(secret.strip().isEmpty() ? "\t" : secret);
    }
    assertThat(acme.sam("POST /channels/{id}/secrets", "wa-1", "{'signingSecret':''}")).hasToString("422 unfit-secret");
    assertThat(acme.table.log()).isEmpty();
  }

  @Test
  void without_a_secret_there_is_no_channel() {
    assertThat(Call.to("POST /channels").by("sam").with("{'kind':'webhook','name':'N'}").send(acme.function))
        .hasToString("400 malformed");
  }

  @Test
  void a_channel_of_a_kind_whose_messages_name_their_account_must_name_its_own() {
    for (String account : List.of("", "'account':'',", "'account':' ',")) {
      var reply = Call.to("POST /channels").by("sam")
          .with("{'kind':'whatsapp','name':'N'," + account + "'signingSecret':'" + SECOND + "'}").send(acme.function);
      assertThat(reply.status()).isEqualTo(400);
    }
    assertThat(acme.sam("PUT /channels/{id}", "wa-1", "{'account':''}")).hasToString("400 account-required");
    assertThat(acme.table.log()).isEmpty();
    assertThat(acme.sam("PUT /channels/{id}", "tg-1", "{'account':''}").status()).isEqualTo(200);
  }

  // ---- quarantine ---------------------------------------------------------------------------------------------

  @Test
  void at_most_fifty_of_the_quarantine_are_shown_the_newest_first_and_none_that_has_expired() {
    for (int i = 0; i < 60; i++) {
      acme.table.quarantined(telegram(), "number " + i, "{}", NOW.plusSeconds(3600L * i));
    }
    acme.at(NOW.plusSeconds(3600 * 60));
    var shown = acme.by("sam", "GET /channels/{id}/quarantine", "tg-1").json().path("quarantine");
    assertThat(shown.findValuesAsText("why")).hasSize(50).startsWith("number 59", "number 58").endsWith("number 10");

    acme.at(NOW.plus(Duration.ofDays(30)).plusSeconds(3600 * 57));
    assertThat(acme.by("sam", "GET /channels/{id}/quarantine", "tg-1").json().path("quarantine").findValuesAsText("why"))
        .containsExactly("number 59", "number 58");
  }

  @Test
  void of_very_long_ones_as_many_are_read_as_one_call_gives() {
    for (int i = 0; i < 9; i++) {
      acme.table.quarantined(telegram(), "number " + i, "x".repeat(300_000), NOW.plusSeconds(i));
    }
    var shown = acme.by("sam", "GET /channels/{id}/quarantine", "tg-1").json().path("quarantine");
    assertThat(shown.size()).isBetween(1, 4);
  }

  // ---- changing and removing ----------------------------------------------------------------------------------

  @Test
  void what_is_not_said_stays_and_empty_text_takes_away() {
    acme.sam("PUT /channels/{id}", "wa-1", "{'team':'','sendToken':'','name':'Front desk'}");

    assertThat(acme.whatsappNow()).satisfies(now -> {
      assertThat(now.team()).isEmpty();
      assertThat(now.sendToken()).isEmpty();
      assertThat(now.verifyToken()).isEqualTo(Acme.VERIFY);
      assertThat(now.secretsAt(NOW)).containsExactly(Acme.SECRET);
    });
    assertThat(acme.table.log()).extracting(Event::data).containsExactly(Map.of(
        "name.was", "wa-1", "name", "Front desk", "team.was", "support", "team", "", "sendToken", "changed"));
  }

  @Test
  void an_unknown_team_is_refused() {
    assertThat(acme.sam("PUT /channels/{id}", "wa-1", "{'team':'nowhere'}")).hasToString("422 unknown-team");
  }

  @Test
  void a_stale_version_is_refused() {
    acme.sam("PUT /channels/{id}", "wa-1", "{'name':'A'}");
    var stale = Call.to("PUT /channels/{id}", "wa-1").by("sam").with("{'name':'B'}").ifMatch(1).send(acme.function);
    assertThat(stale).hasToString("412 version-conflict");
    assertThat(stale.text()).doesNotContain(Acme.SECRET, Acme.VERIFY, Acme.SEND);
    assertThat(stale.header("etag")).isEqualTo("\"2\"");
  }

  @Test
  void a_removed_channel_has_no_secret_left_and_is_in_no_list() {
    var removal = Call.to("DELETE /channels/{id}", "wa-1").by("sam").key("k");
    assertThat(removal.send(acme.function).status()).isEqualTo(204);

    assertThat(acme.whatsappNow()).satisfies(now -> {
      assertThat(now.signing()).isEmpty();
      assertThat(now.verifyToken()).isEmpty();
      assertThat(now.sendToken()).isEmpty();
      assertThat(now.name()).isEqualTo("wa-1");
    });
    assertThat(acme.by("sam", "GET /channels").json().path("channels").findValuesAsText("id")).containsExactly("tg-1");
    assertThat(acme.by("sam", "GET /channels/{id}", "wa-1")).hasToString("404 not-found");
    assertThat(acme.sam("PUT /channels/{id}", "wa-1", "{'name':'Back'}")).hasToString("404 not-found");
    assertThat(acme.by("sam", "DELETE /channels/{id}", "wa-1")).hasToString("404 not-found");
    assertThat(removal.send(acme.function).status()).isEqualTo(204);
    assertThat(acme.table.everything().values()).noneMatch(item -> item.contains("pk=AttributeValue(S=CHANNEL#wa-1)")
        && (item.contains(Acme.SECRET) || item.contains(Acme.SEND)));
  }

  // ---- secrets ------------------------------------------------------------------------------------------------

  @Test
  void during_a_rotation_both_secrets_count_and_afterwards_the_new_one() {
    var reply = acme.sam(
        "POST /channels/{id}/secrets", "wa-1", "{'signingSecret':'" + SECOND + "','overlapSeconds':60}");

    assertThat(reply.json().path("signingSecrets").toString())
        .isEqualTo("[{\"last4\":\"0004\"},{\"last4\":\"0001\",\"expiresAt\":\"2026-03-02T09:01:00Z\"}]");
    assertThat(acme.whatsappNow().secretsAt(NOW.plusSeconds(59))).containsExactly(SECOND, Acme.SECRET);
    assertThat(acme.whatsappNow().secretsAt(NOW.plusSeconds(60))).containsExactly(SECOND);
  }

  @Test
  void the_old_one_counts_for_a_day_when_nothing_is_said() {
    rotate(SECOND);
    assertThat(acme.whatsappNow().signing().getLast().expiresAt()).contains(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void there_are_never_more_than_two() {
    rotate(SECOND);
    acme.at(NOW.plusSeconds(10));
    rotate(THIRD);
    assertThat(acme.whatsappNow().secretsAt(NOW.plusSeconds(11))).containsExactly(THIRD, SECOND);
  }

  @Test
  void what_is_replaced_without_overlap_counts_no_more() {
    acme.sam("POST /channels/{id}/secrets", "wa-1", "{'signingSecret':'" + SECOND + "','overlapSeconds':0}");
    assertThat(acme.whatsappNow().signing()).extracting(Channel.Secret::value).containsExactly(SECOND);
  }

  @Test
  void the_secret_that_is_in_use_is_no_change() {
    var before = acme.table.everything();
    assertThat(acme.sam("POST /channels/{id}/secrets", "wa-1", "{'signingSecret':'" + Acme.SECRET + "'}").status())
        .isEqualTo(200);
    assertThat(acme.table.everything()).isEqualTo(before);
  }

  private void rotate(String secret) {
    var reply = acme.sam("POST /channels/{id}/secrets", "wa-1", "{'signingSecret':'" + secret + "'}");
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void no_secret_comes_back_in_any_answer_and_none_is_in_the_log_or_among_the_remembered_answers() {
    adding().key("a").send(acme.function);
    Call.to("POST /channels/{id}/secrets", "wa-1").by("sam").with("{'signingSecret':'" + THIRD + "'}").key("b")
        .send(acme.function);
    acme.sam("PUT /channels/{id}", "wa-1", "{'sendToken':'a-new-send-token-0008'}");
    var secrets = List.of(
        Acme.SECRET, Acme.VERIFY, Acme.SEND, SECOND, THIRD, "a-new-verify-token-06", "a-new-send-token-0007",
        "a-new-send-token-0008", SALT);

    for (String agent : List.of("sam", "max", "olga", "otto")) {
      for (String route : List.of("GET /channels", "GET /channels/{id}", "GET /channels/{id}/subscribers",
          "GET /channels/{id}/quarantine")) {
        String text = route.contains("{id}") ? acme.by(agent, route, "wa-1").text() : acme.by(agent, route).text();
        assertThat(secrets).noneMatch(text::contains);
      }
    }
    var elsewhere = acme.table.everything().entrySet().stream()
        .filter(item -> item.getKey().pk().contains("LOG#") || item.getKey().pk().contains("ONCE#"))
        .map(Map.Entry::getValue).toList();
    assertThat(elsewhere).hasSize(5).allSatisfy(item -> assertThat(secrets).noneMatch(item::contains));
  }

  // ---- subscribers --------------------------------------------------------------------------------------------

  private String subscribes(String actor, String channel, String agent) {
    return acme.by(actor, "PUT /channels/{id}/subscribers/{agentId}", channel, agent).toString();
  }

  @Test
  void a_subscription_stands_on_both_sides_and_leaves_both() {
    assertThat(subscribes("olga", "wa-1", "olga")).isEqualTo("200");
    assertThat(acme.table.under("CHANNEL#wa-1#AUDIENCE")).containsExactly("SUBSCRIBER#olga");
    assertThat(acme.table.under("WS#acme#AGENT#olga#DESK")).containsExactly("SUBSCRIPTION#wa-1");
    assertThat(subscribes("olga", "wa-1", "olga")).isEqualTo("200");

    for (int i = 0; i < 2; i++) {
      assertThat(acme.by("olga", "DELETE /channels/{id}/subscribers/{agentId}", "wa-1", "olga").status()).isEqualTo(204);
    }
    assertThat(acme.table.under("CHANNEL#wa-1#AUDIENCE")).isEmpty();
    assertThat(acme.table.under("WS#acme#AGENT#olga#DESK")).isEmpty();
    assertThat(acme.table.log()).extracting(Event::reason, Event::from, Event::to)
        .containsExactly(tuple("subscribed", "", "olga"), tuple("unsubscribed", "olga", ""));
  }

  @Test
  void nobody_follows_what_they_may_not_read() {
    acme.table.agents(restricted("rob").in("support"), observer("ozzy").in("support"));
    assertThat(subscribes("olga", "tg-1", "olga")).isEqualTo("404 not-found");
    assertThat(subscribes("rita", "wa-1", "rita")).isEqualTo("404 not-found");
    assertThat(subscribes("rob", "wa-1", "rob")).isEqualTo("404 not-found");
    assertThat(subscribes("ozzy", "wa-1", "ozzy")).isEqualTo("200");
    assertThat(subscribes("sam", "tg-1", "olga")).isEqualTo("422 subscriber-cannot-see");
    assertThat(subscribes("sam", "wa-1", "nobody")).isEqualTo("404 not-found");
  }

  @Test
  void an_administrator_decides_for_others_and_others_only_for_themselves() {
    assertThat(subscribes("sam", "wa-1", "ana")).isEqualTo("200");
    assertThat(acme.by("max", "DELETE /channels/{id}/subscribers/{agentId}", "wa-1", "ana"))
        .hasToString("403 forbidden");
    assertThat(acme.by("sam", "GET /channels/{id}/subscribers", "wa-1").json().path("subscribers").toString())
        .isEqualTo("[\"ana\"]");
  }

  @Test
  void who_lost_sight_of_a_channel_or_whose_channel_is_gone_can_still_let_go() {
    subscribes("olga", "wa-1", "olga");
    acme.sam("PUT /channels/{id}", "wa-1", "{'team':'sales'}");
    acme.by("sam", "DELETE /channels/{id}", "wa-1");
    assertThat(acme.by("olga", "DELETE /channels/{id}/subscribers/{agentId}", "wa-1", "olga").status()).isEqualTo(204);
    assertThat(acme.table.under("CHANNEL#wa-1#AUDIENCE")).isEmpty();
    assertThat(subscribes("olga", "wa-1", "olga")).isEqualTo("404 not-found");
  }

  @Test
  void another_workspaces_channel_does_not_exist() {
    acme.table.channels(new Channel(
        new ChannelId("theirs"), new WorkspaceId("other"), ChannelKind.WEBHOOK, "theirs",
        "", Optional.of(team("support")), List.of(), "", "", SALT));
    for (String agent : List.of("sam", "max", "olga")) {
      assertThat(acme.by(agent, "GET /channels/{id}", "theirs")).hasToString("404 not-found");
      assertThat(subscribes(agent, "theirs", agent)).isEqualTo("404 not-found");
    }
    assertThat(acme.sam("PUT /channels/{id}", "theirs", "{'name':'Mine'}")).hasToString("404 not-found");
    assertThat(acme.by("sam", "GET /channels/{id}/quarantine", "theirs")).hasToString("404 not-found");
  }
}
