package baton.editcontact;

import baton.contact.ContactCommand.Block;
import baton.contact.ContactCommand.Unblock;
import baton.contact.ContactCommands;
import baton.http.ContactRoute;
import baton.http.HttpFunction;
import baton.http.NoBody;
import baton.http.Route;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import java.util.Map;

/// `PUT` and `DELETE /contacts/{id}/block`.
public final class EditContactHandler extends HttpFunction {

  /// As Lambda makes it.
  public EditContactHandler() {
    this(Wiring.ofProcess());
    Priming.register(EditContactHandler::new);
  }

  /// Of these parts.
  public EditContactHandler(Wiring wiring) {
    super(wiring.edge(routes(wiring.contactCommands())));
  }

  private static Map<String, Route> routes(ContactCommands commands) {
    return Map.of(
        "PUT /contacts/{id}/block", new ContactRoute(commands, (id, request) -> {
          request.body(NoBody.class);
          return new Block(id);
        }),
        "DELETE /contacts/{id}/block", new ContactRoute(commands, (id, request) -> {
          request.body(NoBody.class);
          return new Unblock(id);
        }));
  }
}
