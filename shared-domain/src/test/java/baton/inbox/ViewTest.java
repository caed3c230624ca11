package baton.inbox;

import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.superAdmin;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;

import baton.access.Placed.Status;
import baton.agent.Agent;
import baton.id.TeamId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewTest {
  private static final List<TeamId> TEAMS = List.of(team("support"), team("sales"));

  private static List<String> shelves(Agent agent, Folder folder, Filter filter) {
    return View.of(folder, filter, agent, TEAMS).shelves().stream().map(Shelf::name).toList();
  }

  private static List<String> queues(Agent agent) {
    return shelves(agent, Folder.UNASSIGNED, Filter.NONE);
  }

  private static Filter filter(String agent, Status... status) {
    return new Filter(
        Optional.empty(), Optional.of(agent).filter(name -> !name.isEmpty()).map(name -> id(name)),
        List.of(status).stream().findFirst());
  }

  @Test
  void bl_17_and_18_the_queues_of_unassigned_follow_from_the_one_visibility() {
    assertThat(queues(online("eve").agent())).containsExactly("waiting:", "waiting:sales", "waiting:support");
    assertThat(queues(online("ana").in("support").agent())).containsExactly("waiting:", "waiting:support");
    assertThat(queues(manager("mia").in("support").agent())).containsExactly("waiting:", "waiting:sales", "waiting:support");
    assertThat(queues(superAdmin("sam").agent())).hasSize(3);
    assertThat(queues(observer("obi").in("support").agent())).containsExactly("waiting:", "waiting:support");
    assertThat(queues(restricted("rex").in("support").agent())).isEmpty();
    assertThat(queues(suspended("dan").agent())).isEmpty();
  }

  @Test
  void the_workspaces_teams_are_asked_for_only_where_they_matter() {
    assertThat(View.asksTeams(Folder.UNASSIGNED, Filter.NONE, online("ana").in("support").agent())).isFalse();
    assertThat(View.asksTeams(Folder.UNASSIGNED, Filter.NONE, online("eve").agent())).isTrue();
    assertThat(View.asksTeams(Folder.UNASSIGNED, Filter.NONE, manager("mia").in("support").agent())).isTrue();
    assertThat(View.asksTeams(Folder.MINE, Filter.NONE, superAdmin("sam").agent())).isFalse();
    assertThat(View.asksTeams(Folder.ALL, Filter.NONE, superAdmin("sam").agent())).isFalse();
    assertThat(View.asksTeams(Folder.ALL, filter("", Status.UNASSIGNED), superAdmin("sam").agent())).isTrue();
  }

  @Test
  void all_is_read_where_its_filter_says() {
    var sam = superAdmin("sam").agent();
    assertThat(shelves(sam, Folder.ALL, Filter.NONE)).containsExactly("episodes");
    assertThat(shelves(sam, Folder.ALL, filter("", Status.CLOSED))).containsExactly("episodes");
    assertThat(shelves(sam, Folder.ALL, filter("", Status.UNASSIGNED))).hasSize(3);
    assertThat(shelves(sam, Folder.ALL, filter("bo"))).containsExactly("closed:bo", "held:bo");
    assertThat(shelves(sam, Folder.ALL, filter("bo", Status.ASSIGNED))).containsExactly("held:bo");
    assertThat(shelves(sam, Folder.ALL, filter("bo", Status.CLOSED))).containsExactly("closed:bo");
    assertThat(shelves(sam, Folder.ALL, filter("bo", Status.UNASSIGNED))).isEmpty();
  }

  @Test
  void bl_70_each_folder_offers_its_filters() {
    assertThat(filter("bo").notOffered(Folder.MINE)).contains("agent");
    assertThat(filter("bo").notOffered(Folder.BLOCKED)).isEmpty();
    assertThat(filter("bo", Status.CLOSED).notOffered(Folder.BLOCKED)).contains("status");
    assertThat(filter("bo", Status.CLOSED).notOffered(Folder.ALL)).isEmpty();
  }

  @Test
  void bl_71_a_list_is_narrowed_only_to_agents_of_shared_teams() {
    var ana = online("ana").in("support").agent();
    assertThat(View.offersAgent(ana, online("bo").in("support").agent())).isTrue();
    assertThat(View.offersAgent(ana, online("cy").in("sales").agent())).isFalse();
    assertThat(View.offersAgent(manager("mia").in("support").agent(), online("cy").in("sales").agent())).isTrue();
  }
}
