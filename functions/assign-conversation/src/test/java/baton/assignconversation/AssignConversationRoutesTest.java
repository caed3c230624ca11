package baton.assignconversation;

import static baton.testing.Fixtures.KIMS;

import baton.testing.RouteContract;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

class AssignConversationRoutesTest extends RouteContract {

  @Override
  protected Function<Wiring, RequestStreamHandler> function() {
    return AssignConversationHandler::new;
  }

  @Override
  protected Stream<Accepted> routes() {
    var waiting = List.of("kim writes: hello");
    return Stream.of(
        new Accepted(waiting, "POST /conversations/{id}/claim", KIMS, "ana", "{}", true),
        new Accepted(waiting, "POST /conversations/{id}/assign", KIMS, "ana", "{\"agent\": \"bo\"}", true));
  }
}
