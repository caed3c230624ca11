package baton.manageworkspace;

import baton.administration.Directory;
import baton.administration.Records;
import baton.administration.Wanted;
import baton.conversation.Rejection;
import baton.http.AdministrationRows;
import baton.http.Callers;
import baton.http.LookupRoute;
import baton.http.LookupRoute.Shown;
import baton.http.Route;
import baton.id.AgentId;
import baton.id.TeamId;
import baton.wire.Json;
import java.util.Optional;
import java.util.Set;

/// Which teams there are, and who is in them. Every agent may know.
final class TeamLookups {
  private TeamLookups() {}

  static Route listing(Records records, Directory directory) {
    return new LookupRoute(records, (_, actor, _) -> {
      var body = Json.MAPPER.createObjectNode();
      var list = body.putArray("teams");
      directory.teams(actor.workspace()).forEach(team -> list.add(AdministrationRows.team(team)));
      return Shown.json(body);
    });
  }

  static Route reading(Records records, Directory directory) {
    return new LookupRoute(
        records,
        request -> Wanted.of().teams(Callers.id(request, "id", TeamId::new).map(Set::of).orElse(Set.of())),
        (scene, actor, request) -> Callers.id(request, "id", TeamId::new)
            .flatMap(id -> Optional.ofNullable(scene.teams().get(id)))
            .map(team -> {
              var body = AdministrationRows.team(team);
              var members = body.putArray("members");
              directory.members(actor.workspace(), team.value().id()).stream().map(AgentId::value).forEach(members::add);
              return Shown.json(body, team.version());
            })
            .orElseGet(() -> Shown.refused(new Rejection.NotFound("team"))));
  }
}
