package baton.manageworkspace;

import baton.access.Access;
import baton.access.Permission;
import baton.administration.Directory;
import baton.administration.Records;
import baton.administration.Versioned;
import baton.administration.Wanted;
import baton.agent.Agent;
import baton.agent.Enrolled;
import baton.conversation.Rejection;
import baton.http.AdministrationRows;
import baton.http.Callers;
import baton.http.LookupRoute;
import baton.http.LookupRoute.Shown;
import baton.http.Route;
import baton.id.AgentId;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// Who works here. Every agent may know; addresses and logins are for those who administer them.
final class AgentLookups {
  private AgentLookups() {}

  static Route listing(Records records, Directory directory) {
    return new LookupRoute(records, (_, actor, _) -> {
      var body = Json.MAPPER.createObjectNode();
      var list = body.putArray("agents");
      directory.agents(actor.workspace()).forEach(agent -> list.add(row(agent, actor)));
      return Shown.json(body);
    });
  }

  static Route reading(Records records) {
    return new LookupRoute(
        records,
        request -> Callers.id(request, "id", AgentId::new).map(Wanted::of).orElseGet(Wanted::of),
        (scene, actor, request) -> Callers.id(request, "id", AgentId::new)
            .flatMap(id -> Optional.ofNullable(scene.agents().get(id)))
            .map(agent -> Shown.json(row(agent, actor), agent.version()))
            .orElseGet(() -> Shown.refused(new Rejection.NotFound("agent"))));
  }

  private static ObjectNode row(Versioned<Enrolled> agent, Agent actor) {
    return Access.holds(actor, Permission.MANAGE_AGENTS)
        ? AdministrationRows.agent(agent)
        : AdministrationRows.of(agent.value().agent());
  }
}
