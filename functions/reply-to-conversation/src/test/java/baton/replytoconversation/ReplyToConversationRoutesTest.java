package baton.replytoconversation;

import static baton.testing.Fixtures.KIMS;

import baton.testing.RouteContract;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

class ReplyToConversationRoutesTest extends RouteContract {

  @Override
  protected Function<Wiring, RequestStreamHandler> function() {
    return ReplyToConversationHandler::new;
  }

  @Override
  protected Stream<Accepted> routes() {
    var held = List.of("kim writes: hello", "ana claims kim");
    return Stream.of(
        new Accepted(held, "POST /conversations/{id}/messages", KIMS, "ana", "{\"text\": \"On its way.\"}", false));
  }
}
