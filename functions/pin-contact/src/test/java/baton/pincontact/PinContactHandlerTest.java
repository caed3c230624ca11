package baton.pincontact;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.HttpCall;
import baton.testing.HttpReply;
import baton.testing.World;
import org.junit.jupiter.api.Test;

class PinContactHandlerTest {
  private final World world = World.fresh().given("kim writes: hello", "ana claims kim");
  private final PinContactHandler handler = new PinContactHandler(world.wiring());

  @Test
  void a_pin_survives_a_transfer_and_the_contact_comes_back_to_who_pinned_them() {
    assertThat(pin("ana", "{}").text("pinnedTo")).isEqualTo("ana");
    world.given("ana assigns kim to bo", "bo closes kim", "kim writes: it is me again");
    assertThat(world.table().conversation(ACME, KIMS).path("assignee").asText()).isEqualTo("ana");
  }

  @Test
  void a_pin_is_moved_by_taking_it_off_and_putting_it_on() {
    pin("ana", "{}");
    world.given("ana assigns kim to bo");
    var refused = pin("bo", "{}");
    assertThat(refused.said()).isEqualTo("409 already-pinned");
    assertThat(refused.text("owner")).isEqualTo("ana");
    assertThat(unpin("bo").said()).isEqualTo("403 forbidden");
    assertThat(unpin("ana").json().has("pinnedTo")).isFalse();
    assertThat(pin("bo", "{}").text("pinnedTo")).isEqualTo("bo");
    assertThat(world.table().log(ACME, "contact:" + KIMS_ID)).extracting(event -> event.path("type").asText())
        .containsExactly("contact.pinned", "contact.unpinned", "contact.pinned");
  }

  @Test
  void who_is_away_or_full_does_not_get_them_by_themselves() {
    pin("ana", "{}");
    world.given("ana closes kim", "ana is away", "kim writes: hello");
    assertThat(world.table().conversation(ACME, KIMS).path("status").asText()).isEqualTo("unassigned");
    assertThat(world.table().contact(ACME, KIMS_ID).path("pinnedTo").asText()).isEqualTo("ana");
  }

  @Test
  void the_version_of_the_contact_is_what_if_match_names() {
    var stale = call("PUT", "ana").header("If-Match", "\"1\"").through(handler);
    assertThat(stale.said()).isEqualTo("412 version-conflict");
    var reply = call("PUT", "ana").header("If-Match", "\"0\"").through(handler);
    assertThat(reply.headers()).containsEntry("etag", "\"1\"");
  }

  private HttpReply pin(String agent, String body) {
    return call("PUT", agent).body(body).through(handler);
  }

  private HttpReply unpin(String agent) {
    return call("DELETE", agent).through(handler);
  }

  private static HttpCall call(String method, String agent) {
    return HttpCall.to(method + " /contacts/{id}/pin").path("id", KIMS_ID).as(agent);
  }
}
