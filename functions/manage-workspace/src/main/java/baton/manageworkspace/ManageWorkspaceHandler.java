package baton.manageworkspace;

import baton.http.AdministrationRows;
import baton.http.HttpFunction;
import baton.http.Route;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import java.util.HashMap;
import java.util.Map;

/// `/workspace`, `/agents` and `/teams`: what super admins set up, and what every agent may look up of it.
public final class ManageWorkspaceHandler extends HttpFunction {

  /// As Lambda makes it.
  public ManageWorkspaceHandler() {
    this(Wiring.ofProcess());
    Priming.register(ManageWorkspaceHandler::new);
  }

  /// Of these parts.
  public ManageWorkspaceHandler(Wiring wiring) {
    super(wiring.edge(routes(wiring)));
  }

  private static Map<String, Route> routes(Wiring wiring) {
    var administration = wiring.administration(AdministrationRows::answer);
    var records = wiring.records();
    var directory = wiring.directory();
    var routes = new HashMap<String, Route>();
    routes.put("GET /workspace", SettingsRoutes.reading(records));
    routes.put("PUT /workspace", SettingsRoutes.changing(administration));
    routes.put("GET /agents", AgentLookups.listing(records, directory));
    routes.put("POST /agents", AgentRoutes.adding(administration, wiring.ids()));
    routes.put("GET /agents/{id}", AgentLookups.reading(records));
    routes.put("PUT /agents/{id}", AgentRoutes.changing(administration));
    routes.put("DELETE /agents/{id}", AgentRoutes.removing(administration));
    routes.put("GET /teams", TeamLookups.listing(records, directory));
    routes.put("POST /teams", TeamRoutes.adding(administration, wiring.ids()));
    routes.put("GET /teams/{id}", TeamLookups.reading(records, directory));
    routes.put("PUT /teams/{id}", TeamRoutes.renaming(administration));
    routes.put("DELETE /teams/{id}", TeamRoutes.removing(administration));
    routes.put("PUT /teams/{id}/members/{agentId}", TeamRoutes.joining(administration));
    routes.put("DELETE /teams/{id}/members/{agentId}", TeamRoutes.leaving(administration));
    return routes;
  }
}
