package baton.pincontact;

import baton.contact.ContactCommand.Pin;
import baton.contact.ContactCommand.Unpin;
import baton.contact.ContactCommands;
import baton.http.Callers;
import baton.http.ContactRoute;
import baton.http.HttpFunction;
import baton.http.NoBody;
import baton.http.Route;
import baton.http.TargetBody;
import baton.id.AgentId;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `PUT` and `DELETE /contacts/{id}/pin`.
public final class PinContactHandler extends HttpFunction {

  /// As Lambda makes it.
  public PinContactHandler() {
    this(Wiring.ofProcess());
    Priming.register(PinContactHandler::new);
  }

  /// Of these parts.
  public PinContactHandler(Wiring wiring) {
    super(wiring.edge(routes(wiring.contactCommands())));
  }

  private static Map<String, Route> routes(ContactCommands commands) {
    return Map.of(
        "PUT /contacts/{id}/pin", new ContactRoute(commands, (id, request) -> {
          var agent = request.body(PinBody.class).agent();
          return new Pin(id, agent == null ? Callers.agent(request) : TargetBody.id("/agent", agent, AgentId::new));
        }),
        "DELETE /contacts/{id}/pin", new ContactRoute(commands, (id, request) -> {
          request.body(NoBody.class);
          return new Unpin(id);
        }));
  }

  /// To whom; the caller when absent.
  record PinBody(@Nullable String agent) {}
}
