package baton.authorizerequest;

import baton.wire.Json;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What primes the authorizer: an issuer that only the primed one trusts, and one token of it. Its private key was
/// thrown away when the file was made, and the table that is asked is a canned one.
final class Rehearsal {
  private Rehearsal() {}

  static RequestStreamHandler handler(Wiring wiring) {
    return new AuthorizeRequestHandler(wiring, script().path("trustedIssuers").toString());
  }

  static JsonNode event() {
    return script().path("event");
  }

  private static JsonNode script() {
    try (var file = Rehearsal.class.getResourceAsStream("rehearsal.json")) {
      return Json.MAPPER.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
