package baton.browseinbox;

import baton.event.Event;
import baton.id.AgentId;
import baton.id.Ids;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.inbox.Rosters;
import baton.inbox.Row;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/// Who and what an answer mentions, for its `names`: nobody else is named.
final class Named {
  private final Set<String> agents = new TreeSet<>();
  private final Set<String> teams = new TreeSet<>();

  Named row(Row row) {
    row.assignee().ifPresent(this::agent);
    row.responsible().or(row::lastAssignee).ifPresent(this::agent);
    row.team().ifPresent(this::team);
    return this;
  }

  Named event(Event event) {
    event.actor().asAgent().ifPresent(this::agent);
    event.team().ifPresent(this::team);
    switch (event.type()) {
      case CONVERSATION_TEAM_CHANGED -> ends(event, id -> team(new TeamId(id)));
      case CONVERSATION_ASSIGNED, CONVERSATION_UNASSIGNED, CONVERSATION_CLOSED, CONVERSATION_REOPENED, CONTACT_PINNED,
          CONTACT_UNPINNED, TEAM_CHANGED, CHANNEL_CHANGED -> ends(event, id -> agent(new AgentId(id)));
      case AGENT_CHANGED -> Optional.ofNullable(event.data().get("agent"))
          .filter(Ids::wellFormed).map(AgentId::new).ifPresent(this::agent);
      default -> { }
    }
    return this;
  }

  private static void ends(Event event, Consumer<String> each) {
    for (String id : List.of(event.from(), event.to())) {
      if (Ids.wellFormed(id)) {
        each.accept(id);
      }
    }
  }

  Named agent(AgentId agent) {
    agents.add(agent.value());
    return this;
  }

  Named team(TeamId team) {
    teams.add(team.value());
    return this;
  }

  /// What they are called.
  Rosters.Names names(Rosters rosters, WorkspaceId workspace) {
    return rosters.names(
        workspace, agents.stream().map(AgentId::new).toList(), teams.stream().map(TeamId::new).toList());
  }

  /// Adds `names` to an answer.
  void addTo(ObjectNode json, Rosters rosters, WorkspaceId workspace) {
    var names = names(rosters, workspace);
    var all = json.putObject("names");
    put(all.putObject("agents"), agents, names.agents(), AgentId::new);
    put(all.putObject("teams"), teams, names.teams(), TeamId::new);
  }

  private static <I> void put(
      ObjectNode json, Set<String> ids, Map<I, String> names, Function<String, I> type) {
    for (String id : ids) {
      String name = names.get(type.apply(id));
      if (name != null) {
        json.put(id, name);
      }
    }
  }
}
