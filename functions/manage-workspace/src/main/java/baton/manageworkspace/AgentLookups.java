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
import baton.http.Cursors;
import baton.http.LookupRoute;
import baton.http.LookupRoute.Shown;
import baton.http.Parameters;
import baton.http.Route;
import baton.id.AgentId;
import baton.id.Ids;
import baton.inbox.View;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// Who works here: to agents those whom their lists may be narrowed to, to those who administer agents everybody, with
/// addresses and logins.
final class AgentLookups {
  private static final String VIEW = "agents";

  private AgentLookups() {}

  static Route listing(Records records, Directory directory) {
    return new LookupRoute(records, (scene, actor, request) -> {
      var cursors = new Cursors(scene.workspace().value(), actor.id());
      var behind = cursors.read(request, "cursor", VIEW, AgentLookups::place);
      var part = directory.agents(actor.workspace(), behind, Parameters.limit(request));
      var body = Json.MAPPER.createObjectNode();
      var list = body.putArray("agents");
      part.agents().stream().filter(agent -> sees(actor, agent)).forEach(agent -> list.add(row(agent, actor)));
      part.next().ifPresent(next -> body.put("cursor", cursors.write(VIEW, next)));
      return Shown.json(body);
    });
  }

  static Route reading(Records records) {
    return new LookupRoute(
        records,
        request -> Callers.id(request, "id", AgentId::new).map(Wanted::of).orElseGet(Wanted::of),
        (scene, actor, request) -> Callers.id(request, "id", AgentId::new)
            .flatMap(id -> Optional.ofNullable(scene.agents().get(id)))
            .filter(agent -> sees(actor, agent))
            .map(agent -> Shown.json(row(agent, actor), agent.version()))
            .orElseGet(() -> Shown.refused(new Rejection.NotFound("agent"))));
  }

  private static Optional<AgentId> place(String text) {
    return Optional.of(text).filter(Ids::wellFormed).map(AgentId::new);
  }

  private static boolean sees(Agent actor, Versioned<Enrolled> agent) {
    return administers(actor) || View.offersAgent(actor, agent.value().agent());
  }

  private static ObjectNode row(Versioned<Enrolled> agent, Agent actor) {
    return administers(actor)
        ? AdministrationRows.agent(agent)
        : AdministrationRows.of(agent.value().agent(), team -> View.offersTeam(actor, team));
  }

  private static boolean administers(Agent actor) {
    return Access.holds(actor, Permission.MANAGE_AGENTS);
  }
}
