package baton.reassignconversation;

import static baton.testing.Fixtures.KIMS;

import baton.testing.RouteContract;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

class ReassignConversationRoutesTest extends RouteContract {

  @Override
  protected Function<Wiring, RequestStreamHandler> function() {
    return ReassignConversationHandler::new;
  }

  @Override
  protected Stream<Accepted> routes() {
    var held = List.of("kim writes: hello", "ana claims kim");
    return Stream.of(
        new Accepted(held, "POST /conversations/{id}/reassign", KIMS, "ana", "{\"agent\": \"bo\"}", true),
        new Accepted(held, "POST /conversations/{id}/unassign", KIMS, "ana", "{}", true));
  }
}
