package baton.browseinbox;

import baton.access.Permission;
import baton.access.Role;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import baton.id.TeamId;
import baton.inbox.Rosters;
import baton.wire.Json;
import java.util.Arrays;
import java.util.Comparator;

/// `GET /me`: who the agent is here, and what they may do.
final class MeRoute implements Route {
  private final Door door;
  private final Rosters rosters;

  MeRoute(Door door, Rosters rosters) {
    this.door = door;
    this.rosters = rosters;
  }

  @Override
  public Response answer(Request request) {
    return door.open(request, Door.Also.NOTHING, this::show);
  }

  private Response show(Visitor visitor) {
    var agent = visitor.agent();
    var json = Json.MAPPER.createObjectNode()
        .put("id", agent.id().value())
        .put("name", agent.displayName())
        .put("workspace", visitor.workspaceId().value())
        .put("workspaceName", visitor.workspace().name())
        .put("zone", visitor.workspace().zone().getId())
        .put("availability", agent.availability().word())
        .put("capacity", agent.capacity())
        .put("open", agent.open());
    var roles = json.putArray("roles");
    agent.roles().stream().sorted().map(Role::word).forEach(roles::add);
    var teams = json.putArray("teams");
    var named = new Named();
    agent.teams().forEach(named::team);
    var names = named.names(rosters, visitor.workspaceId()).teams();
    agent.teams().stream().sorted(Comparator.comparing(TeamId::value)).forEach(team ->
        teams.addObject().put("id", team.value()).put("name", names.getOrDefault(team, team.value())));
    var permissions = json.putArray("permissions");
    Arrays.stream(Permission.values()).filter(visitor::holds).map(Permission::word).forEach(permissions::add);
    return Response.json(200, json.toString());
  }
}
