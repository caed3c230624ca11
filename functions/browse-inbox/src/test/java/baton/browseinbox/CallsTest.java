package baton.browseinbox;

import static baton.browseinbox.Office.SHOP;
import static baton.browseinbox.Office.WHATSAPP;
import static baton.testing.Fixtures.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How often each route asks the table: the same for a full inbox as for an empty one. Names are known by then, as they
/// are to an instance that has answered before.
class CallsTest {
  private static Office office;
  private static Asked asked;
  private static BrowseInboxHandler handler;

  @BeforeAll
  static void a_full_inbox() {
    office = new Office();
    for (int i = 0; i < 60; i++) {
      office.later(Duration.ofSeconds(1)).writes("K" + i, i % 2 == 0 ? WHATSAPP : SHOP, "x".repeat(200));
    }
    for (int i = 0; i < 60; i++) {
      office.later(Duration.ofSeconds(1)).writes("K0", WHATSAPP, "x".repeat(200));
    }
    for (int i = 0; i < 20; i += 2) {
      office.does("ana", new Claim(Office.conversation(WHATSAPP, "K" + i)));
    }
    for (int i = 10; i < 20; i += 2) {
      office.does("ana", new Close(Office.conversation(WHATSAPP, "K" + i), Optional.empty(), true));
    }
    asked = new Asked();
    handler = office.handler(asked);
  }

  private static List<String> calls(String agent, String route, String id, Map<String, String> query) {
    Office.get(handler, ACME, agent, route, id, query);
    asked.take();
    assertThat(Office.get(handler, ACME, agent, route, id, query).status()).isEqualTo(200);
    return asked.take();
  }

  private static List<String> folder(String agent, String folder) {
    return calls(agent, "/conversations", "", Map.of("folder", folder));
  }

  @Test
  void a_folder_takes_the_agent_and_a_query_for_each_of_its_shelves() {
    assertThat(folder("ana", "mine")).containsExactly("BatchGetItem", "Query");
    assertThat(folder("ana", "closed")).containsExactly("BatchGetItem", "Query");
    assertThat(folder("mia", "blocked")).containsExactly("BatchGetItem", "Query");
    assertThat(folder("ana", "unassigned")).containsExactly("BatchGetItem", "Query", "Query");
    assertThat(folder("mia", "unassigned")).containsExactly("BatchGetItem", "Query", "Query", "Query");
    assertThat(folder("mia", "all")).containsExactly("BatchGetItem", "Query", "BatchGetItem");
    assertThat(calls("mia", "/conversations", "", Map.of("folder", "all", "agent", "ana")))
        .containsExactly("BatchGetItem", "Query", "Query");
    assertThat(calls("mia", "/conversations", "", Map.of("folder", "all", "team", "sales")))
        .containsExactly("BatchGetItem", "Query", "BatchGetItem");
  }

  @Test
  void counters_take_the_agent_and_a_query_for_each_shelf() {
    assertThat(calls("ana", "/counters", "", Map.of())).containsExactly("BatchGetItem", "Query", "Query", "Query");
    assertThat(calls("bo", "/counters", "", Map.of())).as("of who holds nothing")
        .containsExactly("BatchGetItem", "Query", "Query");
    assertThat(calls("mia", "/counters", "", Map.of()))
        .containsExactly("BatchGetItem", "Query", "Query", "Query", "Query");
  }

  @Test
  void one_conversation_takes_three_calls_at_once() {
    var k0 = Office.conversation(WHATSAPP, "K0").value();
    assertThat(calls("ana", "/conversations/{id}", k0, Map.of()))
        .containsExactlyInAnyOrder("BatchGetItem", "Query", "Query");
    assertThat(calls("ana", "/conversations/{id}", Office.conversation(WHATSAPP, "K2").value(), Map.of()))
        .containsExactlyInAnyOrder("BatchGetItem", "Query", "Query");
  }

  @Test
  void the_rest_takes_as_little() {
    var k0 = Office.conversation(WHATSAPP, "K0").value();
    assertThat(calls("ana", "/conversations/{id}/assignable", k0, Map.of()))
        .containsExactlyInAnyOrder("BatchGetItem", "BatchGetItem", "Query", "BatchGetItem");
    assertThat(calls("ana", "/contacts/{id}", Office.contact(WHATSAPP, "K0").value(), Map.of()))
        .containsExactly("BatchGetItem", "BatchGetItem");
    assertThat(calls("mia", "/audit", "", Map.of())).containsExactly("BatchGetItem", "Query", "BatchGetItem");
    assertThat(calls("ana", "/notices", "", Map.of()))
        .containsExactlyInAnyOrder("BatchGetItem", "Query", "Query", "Query");
    assertThat(calls("ana", "/me", "", Map.of())).containsExactly("BatchGetItem");
  }
}
