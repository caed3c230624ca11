package baton.managechannels;

import baton.http.AdministrationRows;
import baton.http.HttpFunction;
import baton.http.Route;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import java.util.HashMap;
import java.util.Map;

/// `/channels`: the only function that writes a channel's secrets. None is ever read back.
public final class ManageChannelsHandler extends HttpFunction {

  /// As Lambda makes it.
  public ManageChannelsHandler() {
    this(Wiring.ofProcess());
    Priming.register(ManageChannelsHandler::new);
  }

  /// Of these parts.
  public ManageChannelsHandler(Wiring wiring) {
    super(wiring.edge(routes(wiring)));
  }

  private static Map<String, Route> routes(Wiring wiring) {
    var administration = wiring.administration(AdministrationRows::answer);
    var records = wiring.records();
    var directory = wiring.directory();
    var routes = new HashMap<String, Route>();
    routes.put("GET /channels", ChannelLookups.listing(records, directory));
    routes.put("POST /channels", ChannelRoutes.adding(administration, Wiring.unguessable()));
    routes.put("GET /channels/{id}", ChannelLookups.reading(records));
    routes.put("PUT /channels/{id}", ChannelRoutes.changing(administration));
    routes.put("DELETE /channels/{id}", ChannelRoutes.removing(administration));
    routes.put("POST /channels/{id}/secrets", ChannelRoutes.rotating(administration));
    routes.put("GET /channels/{id}/subscribers", ChannelLookups.subscribers(records, directory));
    routes.put("PUT /channels/{id}/subscribers/{agentId}", SubscriberRoutes.subscribing(administration));
    routes.put("DELETE /channels/{id}/subscribers/{agentId}", SubscriberRoutes.unsubscribing(administration));
    routes.put("GET /channels/{id}/quarantine", ChannelLookups.quarantine(records, directory, wiring.clock()));
    return routes;
  }
}
