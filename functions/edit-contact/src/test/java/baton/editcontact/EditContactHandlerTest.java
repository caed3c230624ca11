package baton.editcontact;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIM;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel;
import baton.channel.Identity;
import baton.testing.Fixtures;
import baton.testing.HttpCall;
import baton.testing.HttpReply;
import baton.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditContactHandlerTest {
  private final World world = World.fresh();
  private final EditContactHandler handler = new EditContactHandler(world.wiring());

  @Test
  void blocking_hides_all_conversations_of_the_contact_and_frees_who_held_them() {
    world.given("kim writes: hello", "ana claims kim", "kim writes on telegram: hello", "kim writes on webhook: hello",
        "cy claims kim on webhook", "cy closes kim on webhook");
    assertThat(block("ana").json().path("blocked").asBoolean()).isTrue();

    for (var channel : List.of(World.WHATSAPP, World.TELEGRAM, World.WEBHOOK)) {
      assertThat(conversation(channel).path("status").asText()).isEqualTo("blocked");
    }
    assertThat(open("ana")).isZero();
    assertThat(open("cy")).isZero();
    assertThat(log()).containsExactly("conversation.opened ", "conversation.assigned self",
        "conversation.unassigned contact_blocked");
    assertThat(world.table().log(ACME, "contact:" + KIMS_ID)).singleElement()
        .satisfies(event -> assertThat(event.path("type").asText()).isEqualTo("contact.blocked"));
  }

  @Test
  void unblocking_puts_open_ones_into_the_queue_and_leaves_closed_ones_closed() {
    world.given("kim writes: hello", "ana claims kim", "kim writes on telegram: hello", "mia closes kim on telegram",
        "ana blocks kim");
    assertThat(unblock("mia").json().path("blocked").asBoolean()).isFalse();

    assertThat(conversation(World.WHATSAPP).path("status").asText()).isEqualTo("unassigned");
    assertThat(conversation(World.TELEGRAM).path("status").asText()).isEqualTo("closed");
    assertThat(open("ana")).isZero();
    assertThat(unblock("mia").status()).isEqualTo(200);
    assertThat(world.table().log(ACME, "contact:" + KIMS_ID)).hasSize(2);
  }

  @Test
  void after_unblocking_the_next_message_lands_as_any_other() {
    world.given("kim writes: hello", "ana blocks kim", "mia unblocks kim", "kim writes: thank you");
    assertThat(conversation(World.WHATSAPP).path("unread").asBoolean()).isTrue();
    assertThat(conversation(World.WHATSAPP).path("preview").asText()).isEqualTo("thank you");
  }

  @Test
  void the_pin_of_a_blocked_contact_survives_and_counts_again_after_unblocking() {
    world.given("kim writes: hello", "ana claims kim", "ana pins kim", "ana blocks kim", "mia unblocks kim",
        "mia closes kim", "kim writes: thank you");
    assertThat(conversation(World.WHATSAPP).path("assignee").asText()).isEqualTo("ana");
  }

  private HttpReply block(String agent) {
    return HttpCall.to("PUT /contacts/{id}/block").path("id", KIMS_ID).as(agent).through(handler);
  }

  private HttpReply unblock(String agent) {
    return HttpCall.to("DELETE /contacts/{id}/block").path("id", KIMS_ID).as(agent).through(handler);
  }

  private JsonNode conversation(Channel channel) {
    return world.table().conversation(ACME, Identity.conversation(channel, KIM));
  }

  private int open(String agent) {
    return world.table().agent(ACME, Fixtures.id(agent)).path("open").asInt();
  }

  private List<String> log() {
    return world.table().log(ACME, KIMS.value()).stream()
        .map(event -> event.path("type").asText() + " " + event.path("reason").asText()).toList();
  }
}
