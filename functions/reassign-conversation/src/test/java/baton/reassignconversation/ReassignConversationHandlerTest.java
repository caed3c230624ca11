package baton.reassignconversation;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.Fixtures;
import baton.testing.HttpCall;
import baton.testing.HttpReply;
import baton.testing.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReassignConversationHandlerTest {
  private final World world = World.fresh().given("kim writes: hello", "ana claims kim");
  private final ReassignConversationHandler handler = new ReassignConversationHandler(world.wiring());

  @Test
  void it_moves_only_from_the_holder_that_was_meant_and_a_retry_of_the_move_is_its_success() {
    String fromAnaToBo = "{\"from\": \"ana\", \"agent\": \"bo\"}";
    assertThat(reassign("mia", fromAnaToBo).text("assignee")).isEqualTo("bo");
    assertThat(reassign("mia", fromAnaToBo).status()).isEqualTo(200);
    var refused = reassign("mia", "{\"from\": \"ana\", \"agent\": \"sam\"}");
    assertThat(refused.said()).isEqualTo("409 held-by-another");
    assertThat(refused.text("holder")).isEqualTo("bo");
    assertThat(world.table().log(ACME, KIMS.value())).hasSize(3);
    assertThat(List.of(open("ana"), open("bo"))).containsExactly(0, 1);
  }

  @Test
  void what_nobody_has_is_not_reassigned() {
    unassign("ana");
    assertThat(reassign("mia", "{\"agent\": \"bo\"}").said()).isEqualTo("409 not-assigned");
    assertThat(reassign("mia", "{\"team\": \"sales\"}").said()).isEqualTo("409 not-assigned");
  }

  @Test
  void back_in_the_queue_its_moment_is_that_of_its_return_and_the_customer_keeps_their_place() {
    world.later(Duration.ofMinutes(30));
    var reply = unassign("ana");
    assertThat(reply.text("statusSince")).isEqualTo("2026-03-02T09:30:02Z");
    assertThat(reply.text("waitingSince")).isEqualTo("2026-03-02T09:00:01Z");
    assertThat(reply.json().has("assignee")).isFalse();
    assertThat(open("ana")).isZero();
  }

  @Test
  void a_team_keeps_the_holder_who_works_for_it_too_and_lets_go_of_any_other() {
    world.change("ana", agent -> Fixtures.online("ana").in("support", "sales").with(1).agent());
    assertThat(reassign("ana", "{\"team\": \"sales\"}").text("assignee")).isEqualTo("ana");
    assertThat(reassign("ana", "{\"team\": \"support\", \"keepAssignee\": \"no\"}").text("movedTo"))
        .isEqualTo("unassigned");
    assertThat(open("ana")).isZero();
  }

  private HttpReply reassign(String agent, String body) {
    return HttpCall.to("POST /conversations/{id}/reassign").path("id", KIMS).as(agent).body(body).through(handler);
  }

  private HttpReply unassign(String agent) {
    return HttpCall.to("POST /conversations/{id}/unassign").path("id", KIMS).as(agent).through(handler);
  }

  private int open(String agent) {
    return world.table().agent(ACME, Fixtures.id(agent)).path("open").asInt();
  }
}
