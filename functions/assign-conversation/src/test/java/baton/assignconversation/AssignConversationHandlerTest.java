package baton.assignconversation;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.Fixtures;
import baton.testing.HttpCall;
import baton.testing.HttpReply;
import baton.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AssignConversationHandlerTest {
  private final World world = World.fresh().given("kim writes: hello");
  private final AssignConversationHandler handler = new AssignConversationHandler(world.wiring());

  @Test
  void a_claim_writes_one_event_and_moves_one_counter() {
    assertThat(claim("ana").text("movedTo")).isEqualTo("assigned");
    assertThat(log()).containsExactly("conversation.opened  ", "conversation.assigned self ana");
    assertThat(open("ana")).isEqualTo(1);
    assertThat(claim("ana").status()).isEqualTo(200);
    assertThat(claim("bo").said()).isEqualTo("409 already-assigned");
    assertThat(claim("bo").text("holder")).isEqualTo("ana");
    assertThat(log()).hasSize(2);
    assertThat(open("bo")).isZero();
  }

  @Test
  void assigning_moves_both_counters_and_ends_at_whoever_was_named_last() {
    claim("ana");
    assertThat(assign("ana", "{\"agent\": \"bo\"}").text("assignee")).isEqualTo("bo");
    assertThat(assign("mia", "{\"agent\": \"sam\"}").text("assignee")).isEqualTo("sam");
    assertThat(List.of(open("ana"), open("bo"), open("sam"))).containsExactly(0, 0, 1);
    assertThat(log()).endsWith("conversation.assigned manual bo", "conversation.assigned manual sam");
  }

  @Test
  void who_gives_it_to_themselves_took_it() {
    assign("ana", "{\"agent\": \"ana\"}");
    assertThat(log()).endsWith("conversation.assigned self ana");
  }

  @Test
  void a_person_may_choose_who_is_away_or_full_and_is_warned() {
    world.given("bo is away", "bo is full");
    var reply = assign("ana", "{\"agent\": \"bo\"}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(StreamSupport.stream(reply.json().path("warnings").spliterator(), false).map(JsonNode::asText))
        .containsExactly("assignee_unavailable", "assignee_at_capacity");
  }

  @Test
  void to_another_team_it_waits_there_and_its_own_team_sees_it_no_more() {
    claim("ana");
    assertThat(assign("ana", "{\"team\": \"sales\"}").text("movedTo")).isEqualTo("unassigned");
    assertThat(log()).endsWith("conversation.team_changed  sales", "conversation.unassigned team_changed ");
    assertThat(claim("ana").status()).isEqualTo(404);
    assertThat(claim("cy").status()).isEqualTo(200);
  }

  @Test
  void a_closed_one_is_assigned_only_by_who_says_that_it_begins_again() {
    world.given("ana claims kim", "ana closes kim");
    assertThat(assign("ana", "{\"agent\": \"bo\"}").said()).isEqualTo("409 conversation-closed");
    assertThat(assign("ana", "{\"agent\": \"bo\", \"reopen\": false}").said()).isEqualTo("409 conversation-closed");
    var reply = assign("ana", "{\"agent\": \"bo\", \"reopen\": true}");
    assertThat(reply.json().path("episode").asInt()).isEqualTo(2);
    assertThat(log()).endsWith("conversation.reopened  ", "conversation.assigned manual bo");
  }

  @Test
  void one_of_agent_and_team_is_named_and_neither_twice_nor_as_something_else() {
    String before = world.table().digest();
    for (var body : List.of("{}", "{\"agent\": null}", "{\"agent\": \"bo\", \"team\": \"sales\"}")) {
      assertThat(assign("ana", body).said()).as(body).isEqualTo("400 malformed");
    }
    for (var body : List.of("{\"agent\": 1e400}", "{\"agent\": 9007199254740993}", "{\"agent\": [\"bo\"]}",
        "{\"agent\": {\"id\": \"bo\"}}", "{\"agent\": true}", "{\"agent\": \"\"}", "{\"agent\": \"b#o\"}",
        "{\"agent\": \"\\u0000\"}", "{\"agent\": \"" + "b".repeat(65) + "\"}")) {
      var reply = assign("ana", body);
      assertThat(reply.said()).as(body).isEqualTo("400 malformed");
      assertThat(reply.pointer()).as(body).isEqualTo("/agent");
    }
    assertThat(assign("ana", "{\"agent\": \"bo\", \"reopen\": \"true\"}").pointer()).isEqualTo("/reopen");
    assertThat(assign("ana", "{\"agent\": \"bo\", \"reopen\": 1}").pointer()).isEqualTo("/reopen");
    assertThat(assign("ana", "{\"team\": \"sales\", \"keepAssignee\": \"YES\"}").pointer()).isEqualTo("/keepAssignee");
    assertThat(world.table().digest()).isEqualTo(before);
  }

  private HttpReply claim(String agent) {
    return HttpCall.to("POST /conversations/{id}/claim").path("id", KIMS).as(agent).through(handler);
  }

  private HttpReply assign(String agent, String body) {
    return HttpCall.to("POST /conversations/{id}/assign").path("id", KIMS).as(agent).body(body).through(handler);
  }

  private int open(String agent) {
    return world.table().agent(ACME, Fixtures.id(agent)).path("open").asInt();
  }

  private List<String> log() {
    return world.table().log(ACME, KIMS.value()).stream()
        .map(event -> "%s %s %s".formatted(
            event.path("type").asText(), event.path("reason").asText(), event.path("to").asText()))
        .toList();
  }
}
