package baton.trackpresence;

import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.waiting;
import static baton.testing.Fixtures.whatsapp;
import static org.assertj.core.api.Assertions.assertThat;

import baton.agent.Availability;
import baton.conversation.Conversation;
import baton.conversation.Traffic;
import baton.http.Call;
import baton.http.Call.Reply;
import baton.message.MessageKey;
import baton.table.Seed;
import baton.table.Table;
import baton.table.TestTable;
import baton.testing.ConversationFixture;
import baton.wiring.TestWiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

class TrackPresenceTest {
  private final Table table = TestTable.fresh();
  private final Seed acme = Seed.acmeIn(table);
  private final List<String> calls = new ArrayList<>();
  private final TrackPresenceHandler function =
      new TrackPresenceHandler(TestWiring.of(TestTable.watched(table, new Names(calls))));

  private record Names(List<String> calls) implements UnaryOperator<DynamoDbRequest> {
    @Override
    public DynamoDbRequest apply(DynamoDbRequest request) {
      calls.add(request.getClass().getSimpleName());
      return request;
    }
  }

  private Conversation given(ConversationFixture fixture) {
    var conversation = fixture.named("c-1", whatsapp()).conversation();
    acme.conversations(conversation);
    return conversation;
  }

  private Reply reads(String agent, String body) {
    return Call.to("POST /conversations/{id}/read", "c-1").by(agent).with(body).send(function);
  }

  private static String seen(Conversation conversation) {
    return "{'seen':'" + conversation.core().traffic().seen() + "'}";
  }

  // ---- reading ------------------------------------------------------------------------------------------------

  @Test
  void its_assignee_marks_it_read_by_one_write_behind_a_look_at_who_they_are() {
    var before = given(assignedTo("ana"));

    var reply = reads("ana", seen(before));

    assertThat(reply.json().path("unread").asBoolean(true)).isFalse();
    assertThat(reply.header("etag")).isEqualTo("\"1\"");
    assertThat(calls).containsExactly("BatchGetItemRequest", "UpdateItemRequest");
    var traffic = acme.conversation(before).core().traffic();
    assertThat(traffic.unread()).isFalse();
    assertThat(traffic.readAt()).contains(NOW);
  }

  @Test
  void marking_it_again_changes_nothing() {
    var before = given(assignedTo("ana"));
    var first = reads("ana", seen(before));
    var after = acme.conversation(before);

    assertThat(reads("ana", seen(before)).json()).isEqualTo(first.json());
    assertThat(acme.conversation(before)).isEqualTo(after);
  }

  @Test
  void a_message_that_the_assignee_has_not_seen_stays_unread() {
    var before = given(assignedTo("ana"));

    var reply = reads("ana", "{'seen':'1772441000000-M0000000000000000'}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("unread").asBoolean()).isTrue();
    assertThat(reply.json().path("seen").asText()).isEqualTo(before.core().traffic().seen().toString());
    assertThat(acme.conversation(before)).isEqualTo(before);
  }

  @Test
  void nor_does_a_late_message_count_as_seen() {
    var traffic = assignedTo("ana").conversation().core().traffic();
    var before = given(assignedTo("ana").with(new Traffic(
        traffic.lastKey(), Optional.of(MessageKey.incoming(NOW.minusSeconds(60), "late")), traffic.lastAt(),
        traffic.lastFrom(), traffic.preview(), true, Optional.empty(), traffic.waitingSince())));

    reads("ana", "{'seen':'" + traffic.seen() + "'}");
    assertThat(acme.conversation(before)).isEqualTo(before);

    reads("ana", seen(before));
    assertThat(acme.conversation(before).core().traffic().unread()).isFalse();
  }

  @Test
  void without_a_token_whatever_is_there_counts_as_seen() {
    var before = given(assignedTo("ana"));
    reads("ana", "");
    assertThat(acme.conversation(before).core().traffic().unread()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"sam", "max", "olga", "ana", "otto"})
  void looking_at_what_waits_leaves_the_mark_for_everybody(String agent) {
    var before = given(waiting());

    var reply = reads(agent, seen(before));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("unread").asBoolean()).isTrue();
    assertThat(acme.conversation(before)).isEqualTo(before);
  }

  @Test
  void a_colleague_who_looks_leaves_the_mark_for_the_assignee() {
    var before = given(assignedTo("ana"));
    assertThat(reads("max", seen(before)).status()).isEqualTo(200);
    assertThat(acme.conversation(before)).isEqualTo(before);
  }

  @Test
  void what_an_agent_may_not_see_does_not_exist_for_them() {
    given(blocked());
    assertThat(reads("ana", "{}")).hasToString("404 not-found");
    assertThat(Call.to("POST /conversations/{id}/read", "c-2").by("ana").with("{}").send(function))
        .hasToString("404 not-found");
    assertThat(Call.to("POST /conversations/{id}/read", "a#b:c|d").by("ana").with("{}").send(function))
        .hasToString("404 not-found");
  }

  @Test
  void who_is_suspended_or_unknown_reads_nothing_not_even_what_they_hold() {
    acme.agents(suspended("sue").with(1));
    var before = given(assignedTo("sue"));
    assertThat(reads("sue", seen(before))).hasToString("403 unknown-actor");
    assertThat(reads("nobody", seen(before))).hasToString("403 unknown-actor");
    assertThat(acme.conversation(before)).isEqualTo(before);
  }

  @Test
  void under_a_key_it_must_be_said_what_was_seen_because_it_may_come_again_later() {
    var before = given(assignedTo("ana"));
    var call = Call.to("POST /conversations/{id}/read", "c-1").by("ana").key("k-1");
    assertThat(call.with("{}").send(function)).hasToString("400 malformed");
    assertThat(acme.conversation(before)).isEqualTo(before);
    assertThat(call.with(seen(before)).send(function).status()).isEqualTo(200);
  }

  @Test
  void at_another_version_than_they_expect_nothing_is_marked() {
    var before = given(assignedTo("ana"));
    var call = Call.to("POST /conversations/{id}/read", "c-1").by("ana").with(seen(before));
    assertThat(call.ifMatch(before.version() + 1).send(function)).hasToString("412 version-conflict");
    assertThat(acme.conversation(before)).isEqualTo(before);
    assertThat(call.ifMatch(before.version()).send(function).status()).isEqualTo(200);
    assertThat(acme.conversation(before).core().traffic().unread()).isFalse();
  }

  // ---- availability -------------------------------------------------------------------------------------------

  private Call declares(String agent, String availability) {
    return Call.to("PUT /agents/me/availability").by(agent).with("{'availability':'" + availability + "'}");
  }

  @Test
  void whoever_is_active_declares_their_availability_by_one_write() {
    for (String agent : List.of("sam", "max", "olga", "rita", "otto")) {
      calls.clear();
      var reply = declares(agent, "away").send(function);

      assertThat(reply.json().path("availability").asText()).isEqualTo("away");
      assertThat(calls).containsExactly("UpdateItemRequest");
      assertThat(acme.agent(agent).availability()).isEqualTo(Availability.AWAY);
    }
  }

  @Test
  void who_is_suspended_or_unknown_declares_nothing() {
    acme.agents(suspended("sue"));
    var before = acme.everything();
    assertThat(declares("sue", "busy").send(function)).hasToString("403 unknown-actor");
    assertThat(declares("nobody", "busy").send(function)).hasToString("403 unknown-actor");
    assertThat(declares("sue", "busy").key("k").send(function)).hasToString("403 unknown-actor");
    assertThat(acme.everything()).isEqualTo(before);
  }

  @Test
  void a_late_repetition_under_a_key_does_not_undo_what_was_declared_since() {
    var first = declares("ana", "busy").key("k-1").send(function);
    declares("ana", "away").send(function);

    var repeated = declares("ana", "busy").key("k-1").send(function);

    assertThat(repeated.event()).isEqualTo(first.event());
    assertThat(acme.agent("ana").availability()).isEqualTo(Availability.AWAY);
  }

  @Test
  void the_same_key_for_another_request_is_refused() {
    declares("ana", "busy").key("k-1").send(function);
    assertThat(declares("ana", "away").key("k-1").send(function)).hasToString("422 idempotency-mismatch");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "{'availability':'busy','workspaceId':'other'}", "{'availability':'busy','agent':'sam'}", "{}", "[]", "null",
      "{'availability':null}", "{'availability':'BUSY'}", "{'availability':'busy','__proto__':{}}"})
  void anything_else_is_malformed(String body) {
    var before = acme.everything();
    assertThat(Call.to("PUT /agents/me/availability").by("ana").with(body).send(function))
        .hasToString("400 malformed");
    assertThat(acme.everything()).isEqualTo(before);
  }
}
