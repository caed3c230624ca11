package baton.manageworkspace;

import baton.administration.Administration;
import baton.administration.AdministrationCommand;
import baton.administration.AdministrationCommand.AddTeam;
import baton.administration.AdministrationCommand.Join;
import baton.administration.AdministrationCommand.Leave;
import baton.administration.AdministrationCommand.RemoveTeam;
import baton.administration.AdministrationCommand.RenameTeam;
import baton.http.AdministrationRoute;
import baton.http.Callers;
import baton.http.Fields;
import baton.http.NoBody;
import baton.http.Request;
import baton.http.Route;
import baton.id.AgentId;
import baton.id.IdSource;
import baton.id.TeamId;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Founding teams, filling them, dissolving them.
final class TeamRoutes {
  private TeamRoutes() {}

  /// What a team is called.
  record TeamBody(@Nullable String name) {}

  static Route adding(Administration administration, IdSource ids) {
    return new AdministrationRoute(
        administration, "team", request -> Optional.of(new AddTeam(new TeamId(ids.next()), name(request))));
  }

  static Route renaming(Administration administration) {
    return new AdministrationRoute(administration, "team", request -> {
      String name = name(request);
      return Callers.id(request, "id", TeamId::new).map(id -> new RenameTeam(id, name));
    });
  }

  static Route removing(Administration administration) {
    return new AdministrationRoute(administration, "team", request -> {
      request.body(NoBody.class);
      return Callers.id(request, "id", TeamId::new).map(RemoveTeam::new);
    });
  }

  static Route joining(Administration administration) {
    return membership(administration, Join::new);
  }

  static Route leaving(Administration administration) {
    return membership(administration, Leave::new);
  }

  private static Route membership(
      Administration administration, BiFunction<TeamId, AgentId, AdministrationCommand> wish) {
    return new AdministrationRoute(administration, "team", request -> {
      request.body(NoBody.class);
      return Callers.id(request, "id", TeamId::new)
          .flatMap(team -> Callers.id(request, "agentId", AgentId::new).map(agent -> wish.apply(team, agent)));
    });
  }

  private static String name(Request request) {
    return Fields.required("/name", Fields.name("/name", request.body(TeamBody.class).name()));
  }
}
