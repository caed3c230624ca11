package baton.closeconversation;

import static baton.testing.Fixtures.KIMS;

import baton.testing.RouteContract;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

class CloseConversationRoutesTest extends RouteContract {

  @Override
  protected Function<Wiring, RequestStreamHandler> function() {
    return CloseConversationHandler::new;
  }

  @Override
  protected Stream<Accepted> routes() {
    var held = List.of("kim writes: hello", "ana claims kim");
    var closed = List.of("kim writes: hello", "ana claims kim", "ana closes kim");
    return Stream.of(
        new Accepted(held, "POST /conversations/{id}/close", KIMS, "ana", "{}", true),
        new Accepted(closed, "POST /conversations/{id}/reopen", KIMS, "ana", "{}", true));
  }
}
