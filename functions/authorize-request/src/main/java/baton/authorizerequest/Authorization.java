package baton.authorizerequest;

import baton.agent.Login;
import baton.agent.Logins;
import baton.authorizerequest.Verdict.Refused;
import baton.authorizerequest.Verdict.Vouched;
import baton.http.Log;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/// From the headers of a request to whose it is. A refusal is an answer; a table or an issuer that does not answer is
/// an exception, since the gateway would remember a refusal.
final class Authorization {
  private final TokenVerifier verifier;
  private final Logins logins;
  private final Log log;

  Authorization(TokenVerifier verifier, Logins logins, Log log) {
    this.verifier = verifier;
    this.logins = logins;
    this.log = log;
  }

  /// As the gateway takes it (payload format 2.0, simple response).
  record Answer(boolean isAuthorized, Map<String, String> context) {}

  Answer of(JsonNode headers) {
    var verdict = BearerToken.of(headers).map(verifier::verify).orElse(new Refused(Reason.NO_TOKEN));
    return switch (verdict) {
      case Refused(var reason) -> refused(reason);
      case Vouched vouched -> of(logins(vouched));
    };
  }

  private Answer of(Stream<Login> logins) {
    return logins.filter(Login::active)
        .min(Login.OLDEST_FIRST)
        .map(login -> new Answer(true, Map.of("workspace", login.workspace().value(), "agent", login.agent().value())))
        .orElseGet(() -> refused(Reason.NO_LOGIN));
  }

  private Stream<Login> logins(Vouched vouched) {
    return vouched.workspace()
        .map(workspace -> logins.of(vouched.issuer(), vouched.subject(), workspace).stream())
        .orElseGet(() -> logins.of(vouched.issuer(), vouched.subject()).stream());
  }

  private Answer refused(Reason reason) {
    log.count("refused-" + reason.word(), 1);
    return new Answer(false, Map.of());
  }
}
