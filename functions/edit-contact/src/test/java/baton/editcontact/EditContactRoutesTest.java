package baton.editcontact;

import static baton.testing.Fixtures.KIMS_ID;

import baton.testing.RouteContract;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

class EditContactRoutesTest extends RouteContract {

  @Override
  protected Function<Wiring, RequestStreamHandler> function() {
    return EditContactHandler::new;
  }

  @Override
  protected Stream<Accepted> routes() {
    var held = List.of("kim writes: hello", "ana claims kim");
    var blocked = List.of("kim writes: hello", "ana claims kim", "ana blocks kim");
    return Stream.of(
        new Accepted(held, "PUT /contacts/{id}/block", KIMS_ID, "ana", "{}", false),
        new Accepted(blocked, "DELETE /contacts/{id}/block", KIMS_ID, "mia", "{}", true));
  }
}
