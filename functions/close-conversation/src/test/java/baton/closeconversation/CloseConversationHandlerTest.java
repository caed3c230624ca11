package baton.closeconversation;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.Fixtures;
import baton.testing.HttpCall;
import baton.testing.HttpReply;
import baton.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CloseConversationHandlerTest {
  private final World world = World.fresh().given("kim writes: hello", "ana claims kim");
  private final CloseConversationHandler handler = new CloseConversationHandler(world.wiring());

  @Test
  void closing_frees_its_holder_ends_the_waiting_and_says_whose_it_was() {
    var reply = close("ana", "{}");
    assertThat(reply.text("movedTo")).isEqualTo("closed");
    assertThat(reply.text("responsible")).isEqualTo("ana");
    assertThat(kims().path("closedOwner").asText()).isEqualTo("ana");
    assertThat(kims().has("waitingSince")).isFalse();
    assertThat(kims().has("due")).as("nothing is to be looked at any more").isFalse();
    assertThat(open("ana")).isZero();
  }

  @Test
  void the_last_to_hold_it_owns_the_closed_one_whoever_closed_it() {
    close("mia", "{}");
    assertThat(kims().path("closedOwner").asText()).isEqualTo("ana");
    world.given("bo reopens kim");
    close("bo", "{}");
    assertThat(kims().path("closedOwner").asText()).isEqualTo("bo");
  }

  @Test
  void a_message_that_the_agent_has_not_seen_stands_in_the_way_until_they_saw_it_or_insist() {
    String seen = close("mia", "{\"seen\": \"1772442000000-M0000000000000000\"}").text("seen");
    assertThat(seen).startsWith("1772442001000-M");
    world.given("kim writes: wait");
    var refused = close("ana", "{\"seen\": \"" + seen + "\"}");
    assertThat(refused.said()).isEqualTo("409 new-message");
    assertThat(refused.text("seen")).isNotEqualTo(seen);
    assertThat(kims().path("status").asText()).isEqualTo("assigned");
    assertThat(close("ana", "{\"seen\": \"" + refused.text("seen") + "\"}").status()).isEqualTo(200);
  }

  @Test
  void a_message_that_came_late_behind_what_was_seen_stands_in_the_way_too() {
    world.given("ana replies to kim: hi");
    String seen = close("mia", "{\"seen\": \"1772442000000-M0000000000000000\"}").text("seen");
    world.wiring().intake().receive(Fixtures.message("from before").on(World.WHATSAPP).id("wamid.late")
        .sent(World.MONDAY).received(world.now()).message());
    var refused = close("ana", "{\"seen\": \"" + seen + "\"}");
    assertThat(refused.said()).isEqualTo("409 new-message");
    assertThat(close("ana", "{\"seen\": \"" + refused.text("seen") + "\"}").status()).isEqualTo(200);
  }

  @Test
  void whoever_reopens_it_has_it_in_a_new_episode_and_the_clock_of_the_clean_up_runs_again() {
    close("ana", "{}");
    var reply = reopen("bo");
    assertThat(reply.text("assignee")).isEqualTo("bo");
    assertThat(reply.json().path("episode").asInt()).isEqualTo(2);
    assertThat(open("bo")).isEqualTo(1);
    assertThat(kims().path("dueAt").asLong()).isEqualTo(world.now().plus(Duration.ofDays(1)).toEpochMilli());
    assertThat(reopen("bo").status()).isEqualTo(200);
    assertThat(reopen("ana").said()).isEqualTo("409 already-assigned");
    assertThat(open("bo")).isEqualTo(1);
  }

  private HttpReply close(String agent, String body) {
    return HttpCall.to("POST /conversations/{id}/close").path("id", KIMS).as(agent).body(body).through(handler);
  }

  private HttpReply reopen(String agent) {
    return HttpCall.to("POST /conversations/{id}/reopen").path("id", KIMS).as(agent).through(handler);
  }

  private JsonNode kims() {
    return world.table().conversation(ACME, KIMS);
  }

  private int open(String agent) {
    return world.table().agent(ACME, Fixtures.id(agent)).path("open").asInt();
  }
}
