package baton.authorizerequest;

import baton.wire.Json;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The API's authorizer: says whose request it is. What they may do is decided with every command.
public final class AuthorizeRequestHandler implements RequestStreamHandler {
  private final Authorization authorization;

  /// As Lambda makes it.
  public AuthorizeRequestHandler() {
    this(Wiring.ofProcess());
    Priming.register(Rehearsal::handler, Rehearsal::event);
  }

  /// Of these parts.
  public AuthorizeRequestHandler(Wiring wiring) {
    this(wiring, wiring.environment().trustedIssuers());
  }

  /// Of these parts, trusting these issuers.
  AuthorizeRequestHandler(Wiring wiring, String trustedIssuers) {
    var issuers = TrustedIssuers.of(trustedIssuers, wiring.clock());
    authorization = new Authorization(new TokenVerifier(issuers, wiring.clock()), wiring.logins(), wiring.log());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    var headers = Json.MAPPER.readTree(input).path("headers");
    output.write(Json.MAPPER.writeValueAsBytes(authorization.of(headers)));
  }
}
