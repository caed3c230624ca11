package baton.pincontact;

import static baton.testing.Fixtures.KIMS_ID;

import baton.testing.RouteContract;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

class PinContactRoutesTest extends RouteContract {

  @Override
  protected Function<Wiring, RequestStreamHandler> function() {
    return PinContactHandler::new;
  }

  @Override
  protected Stream<Accepted> routes() {
    var held = List.of("kim writes: hello", "ana claims kim");
    var pinned = List.of("kim writes: hello", "ana claims kim", "ana pins kim");
    return Stream.of(
        new Accepted(held, "PUT /contacts/{id}/pin", KIMS_ID, "ana", "{}", true),
        new Accepted(pinned, "DELETE /contacts/{id}/pin", KIMS_ID, "ana", "{}", true));
  }
}
