package baton.manageworkspace;

import baton.access.Access;
import baton.access.Permission;
import baton.administration.Directory;
import baton.administration.Records;
import baton.administration.Versioned;
import baton.administration.Wanted;
import baton.agent.Agent;
import baton.agent.Team;
import baton.conversation.Rejection;
import baton.http.AdministrationRows;
import baton.http.Callers;
import baton.http.LookupRoute;
import baton.http.LookupRoute.Shown;
import baton.http.Route;
import baton.id.AgentId;
import baton.id.TeamId;
import baton.inbox.View;
import baton.wire.Json;
import java.util.Optional;
import java.util.Set;

/// Which teams there are, and who is in them: to agents those that their lists may be narrowed to, to those who
/// administer teams all.
final class TeamLookups {
  private TeamLookups() {}

  static Route listing(Records records, Directory directory) {
    return new LookupRoute(records, (_, actor, _) -> {
      var body = Json.MAPPER.createObjectNode();
      var list = body.putArray("teams");
      directory.teams(actor.workspace()).stream()
          .filter(team -> sees(actor, team))
          .forEach(team -> list.add(AdministrationRows.team(team)));
      return Shown.json(body);
    });
  }

  static Route reading(Records records, Directory directory) {
    return new LookupRoute(
        records,
        request -> Wanted.of().teams(Callers.id(request, "id", TeamId::new).map(Set::of).orElse(Set.of())),
        (scene, actor, request) -> Callers.id(request, "id", TeamId::new)
            .flatMap(id -> Optional.ofNullable(scene.teams().get(id)))
            .filter(team -> sees(actor, team))
            .map(team -> {
              var body = AdministrationRows.team(team);
              var members = body.putArray("members");
              directory.members(actor.workspace(), team.value().id()).stream().map(AgentId::value).forEach(members::add);
              return Shown.json(body, team.version());
            })
            .orElseGet(() -> Shown.refused(new Rejection.NotFound("team"))));
  }

  private static boolean sees(Agent actor, Versioned<Team> team) {
    return Access.holds(actor, Permission.MANAGE_TEAMS) || View.offersTeam(actor, team.value().id());
  }
}
