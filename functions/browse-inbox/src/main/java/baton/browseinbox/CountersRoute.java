package baton.browseinbox;

import baton.access.Permission;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import baton.id.TeamId;
import baton.inbox.Counters;
import baton.inbox.Filter;
import baton.inbox.Folder;
import baton.inbox.Folders;
import baton.inbox.Rosters;
import baton.inbox.View;
import baton.table.Parallel;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// `GET /counters`: the numbers on the folders that the agent may look into.
final class CountersRoute implements Route {
  private final Door door;
  private final Folders folders;
  private final Rosters rosters;

  CountersRoute(Door door, Folders folders, Rosters rosters) {
    this.door = door;
    this.folders = folders;
    this.rosters = rosters;
  }

  @Override
  public Response answer(Request request) {
    return door.open(request, Door.Also.NOTHING, this::count);
  }

  private Response count(Visitor visitor) {
    var agent = visitor.agent();
    List<TeamId> teams = View.asksTeams(Folder.UNASSIGNED, Filter.NONE, agent)
        ? rosters.teams(visitor.workspaceId())
        : List.of();
    var counted = Parallel.both(
        () -> Parallel.both(
            () -> Counters.unassigned(folders, agent, teams),
            () -> Counters.blocked(folders, agent)),
        () -> Counters.unviewed(folders, agent));
    var json = Json.MAPPER.createObjectNode();
    put(json, "unassigned", counted.first().first());
    if (visitor.holds(Permission.VIEW_OWN)) {
      json.putObject("mine").put("count", agent.open()).put("unviewed", counted.second());
    }
    put(json, "blocked", counted.first().second());
    return Response.json(200, json.toString());
  }

  private static void put(ObjectNode json, String folder, Optional<Counters.Badge> badge) {
    badge.ifPresent(number -> json.putObject(folder).put("count", number.count()).put("more", number.more()));
  }
}
