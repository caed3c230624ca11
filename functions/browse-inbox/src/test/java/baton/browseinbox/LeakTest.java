package baton.browseinbox;

import static baton.browseinbox.Office.RIVAL;
import static baton.browseinbox.Office.SHOP;
import static baton.browseinbox.Office.TELEGRAM;
import static baton.browseinbox.Office.WHATSAPP;
import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel;
import baton.contact.ContactCommand.Block;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.ToAgent;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import baton.notice.Notice;
import baton.notice.Notice.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// P-26: no answer that an agent can get, by any route and any parameter, holds an id or a name that is not theirs to see.
class LeakTest {
  private static final Map<String, Channel> PEOPLE = new LinkedHashMap<>();
  private static final List<String> AGENTS = List.of("ana", "cy", "rex", "obi", "eve");
  private static Office office;

  @BeforeAll
  static void everybody_has_written() {
    office = new Office().withEve();
    var support = List.of("WaitsSupport", "HeldByBo", "HeldByAna", "HeldByRex", "ClosedByBo", "ClosedByRex", "Blocked");
    support.forEach(name -> PEOPLE.put(name, WHATSAPP));
    List.of("WaitsSales", "HeldByCy", "ClosedByCy").forEach(name -> PEOPLE.put(name, SHOP));
    List.of("WaitsAnywhere", "HeldByEve").forEach(name -> PEOPLE.put(name, TELEGRAM));
    PEOPLE.forEach((name, channel) -> office.writes(name, channel, "the words of " + name));
    Map.of("HeldByBo", "bo", "HeldByAna", "ana", "HeldByCy", "cy", "HeldByEve", "eve", "ClosedByBo", "bo",
        "ClosedByCy", "cy").forEach((name, agent) -> office.does(agent, new Claim(conversation(name))));
    List.of("HeldByRex", "ClosedByRex").forEach(name ->
        office.does("mia", new Assign(conversation(name), new ToAgent(id("rex")), false)));
    Map.of("ClosedByBo", "bo", "ClosedByCy", "cy", "ClosedByRex", "rex").forEach((name, agent) ->
        office.does(agent, new Close(conversation(name), Optional.empty(), true)));
    office.does("mia", new Block(Office.contact(WHATSAPP, "Blocked")));
    AGENTS.forEach(agent -> List.of(WHATSAPP, SHOP, TELEGRAM).forEach(channel ->
        office.furnishing().subscribed(ACME, id(agent), channel.id())));
    PEOPLE.keySet().forEach(name -> Arrays.stream(Kind.values()).forEach(kind -> tells(name, kind)));
  }

  // As if everybody had been told everything of everybody, while it was theirs to see.
  private static void tells(String name, Kind kind) {
    boolean shared = Set.of(Kind.TAKEN, Kind.WAITING, Kind.MESSAGE).contains(kind);
    boolean ofConversation = !Set.of(Kind.PINNED, Kind.UNPINNED).contains(kind);
    office.wiring().notices().show(new Notice(
        (ofConversation ? conversation(name) : contact(name)) + "-" + kind.word(), kind, ACME,
        Optional.of(conversation(name)).filter(_ -> ofConversation), Optional.of(contact(name)),
        Optional.of(PEOPLE.get(name).id()), 1, office.now(), AGENTS.stream().map(agent -> id(agent)).toList(),
        "About " + name, shared));
  }

  private static ConversationId conversation(String name) {
    return Office.conversation(PEOPLE.getOrDefault(name, WHATSAPP), name);
  }

  private static ContactId contact(String name) {
    return Office.contact(PEOPLE.getOrDefault(name, WHATSAPP), name);
  }

  @Test
  void a_restricted_agent_sees_only_their_own() {
    onlySees(ACME, "rex", Set.of("HeldByRex", "ClosedByRex"), List.of("sales"));
  }

  @Test
  void a_grouped_operator_sees_what_their_team_and_nobodys_team_has() {
    onlySees(ACME, "ana", Set.of(
        "WaitsSupport", "HeldByBo", "HeldByAna", "HeldByRex", "ClosedByBo", "ClosedByRex", "WaitsAnywhere", "HeldByEve"),
        List.of("sales"));
  }

  @Test
  void an_operator_of_another_team_sees_that_teams() {
    onlySees(ACME, "cy", Set.of("WaitsSales", "HeldByCy", "ClosedByCy", "WaitsAnywhere", "HeldByEve"),
        List.of("support"));
  }

  @Test
  void an_observer_sees_the_teams_work_too() {
    onlySees(ACME, "obi", Set.of(
        "WaitsSupport", "HeldByBo", "HeldByAna", "HeldByRex", "ClosedByBo", "ClosedByRex", "WaitsAnywhere", "HeldByEve"),
        List.of("sales"));
  }

  @Test
  void an_operator_without_a_team_sees_all_but_what_is_blocked() {
    var all = new HashSet<>(PEOPLE.keySet());
    all.remove("Blocked");
    onlySees(ACME, "eve", all, List.of());
  }

  @Test
  void the_super_admin_of_another_workspace_sees_nothing() {
    onlySees(RIVAL, "sam", Set.of(), List.of("support", "sales"));
  }

  private static void onlySees(WorkspaceId workspace, String agent, Set<String> mine, List<String> foreignTeams) {
    var answers = everything(workspace, agent);
    var foreign = PEOPLE.keySet().stream().filter(name -> !mine.contains(name)).toList();
    for (var name : foreign) {
      assertThat(answers).as("%s of %s", name, agent).allSatisfy((request, answer) -> assertThat(answer)
          .doesNotContain(conversation(name).value(), contact(name).value(), name, Office.peer(name).address()));
      assertThat(one(workspace, agent, "/conversations/{id}", conversation(name).value()))
          .isEqualTo(one(workspace, agent, "/conversations/{id}", "0000000000000000"));
      assertThat(one(workspace, agent, "/conversations/{id}/assignable", conversation(name).value()))
          .isEqualTo(one(workspace, agent, "/conversations/{id}/assignable", "0000000000000000"));
      assertThat(one(workspace, agent, "/contacts/{id}", contact(name).value()))
          .isEqualTo(one(workspace, agent, "/contacts/{id}", "0000000000000000"));
    }
    foreignTeams.forEach(team -> assertThat(answers).allSatisfy((request, answer) ->
        assertThat(answer).doesNotContain("\"" + team + "\"")));
    mine.forEach(name -> {
      assertThat(answers.get("/notices")).contains(conversation(name).value(), "About " + name);
      assertThat(one(workspace, agent, "/conversations/{id}", conversation(name).value())).contains(name);
      assertThat(one(workspace, agent, "/contacts/{id}", contact(name).value())).contains(name);
    });
  }

  private static Map<String, String> everything(WorkspaceId workspace, String agent) {
    var answers = new HashMap<String, String>();
    for (var query : queries()) {
      answers.put("/conversations?" + query, list(workspace, agent, query));
    }
    for (var route : List.of("/counters", "/audit", "/me")) {
      answers.put(route, one(workspace, agent, route, ""));
    }
    answers.put("/notices", notices(workspace, agent));
    PEOPLE.keySet().forEach(name -> {
      for (var route : List.of("/conversations/{id}", "/conversations/{id}/assignable")) {
        answers.put(route + name, one(workspace, agent, route, conversation(name).value()));
      }
      answers.put("/contacts/" + name, one(workspace, agent, "/contacts/{id}", contact(name).value()));
    });
    return answers;
  }

  private static List<Map<String, String>> queries() {
    var queries = new ArrayList<Map<String, String>>();
    for (var folder : List.of("unassigned", "mine", "closed", "all", "blocked")) {
      queries.add(Map.of("folder", folder));
      Stream.of("support", "sales").forEach(team -> queries.add(Map.of("folder", folder, "team", team)));
      Stream.of("bo", "cy").forEach(other -> queries.add(Map.of("folder", folder, "agent", other)));
      Stream.of("assigned", "closed").forEach(status -> queries.add(Map.of("folder", folder, "status", status)));
    }
    return queries;
  }

  private static String notices(WorkspaceId workspace, String agent) {
    var all = new StringBuilder();
    var query = new HashMap<>(Map.of("limit", "100"));
    for (var cursor = Optional.of(""); cursor.isPresent(); cursor.ifPresent(next -> query.put("cursor", next))) {
      var got = Office.get(office.handler(), workspace, agent, "/notices", "", query);
      all.append(got.body().path("notices"));
      cursor = got.next("cursor");
    }
    return all.toString();
  }

  private static String list(WorkspaceId workspace, String agent, Map<String, String> query) {
    return Office.get(office.handler(), workspace, agent, "/conversations", "", query).text();
  }

  private static String one(WorkspaceId workspace, String agent, String route, String id) {
    return Office.get(office.handler(), workspace, agent, route, id, Map.of()).text();
  }
}
