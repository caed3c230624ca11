package baton.managechannels;

import baton.administration.Administration;
import baton.administration.AdministrationCommand;
import baton.administration.AdministrationCommand.Subscribe;
import baton.administration.AdministrationCommand.Unsubscribe;
import baton.http.AdministrationRoute;
import baton.http.Callers;
import baton.http.NoBody;
import baton.http.Route;
import baton.id.AgentId;
import baton.id.ChannelId;
import java.util.function.BiFunction;

/// Who is told of what waits in a channel: agents decide for themselves, administrators for anybody.
final class SubscriberRoutes {
  private SubscriberRoutes() {}

  static Route subscribing(Administration administration) {
    return route(administration, Subscribe::new);
  }

  static Route unsubscribing(Administration administration) {
    return route(administration, Unsubscribe::new);
  }

  private static Route route(
      Administration administration, BiFunction<ChannelId, AgentId, AdministrationCommand> wish) {
    return new AdministrationRoute(administration, "channel", request -> {
      request.body(NoBody.class);
      return Callers.id(request, "id", ChannelId::new)
          .flatMap(channel -> Callers.id(request, "agentId", AgentId::new).map(agent -> wish.apply(channel, agent)));
    });
  }
}
