package baton.authorizerequest;

import baton.agent.Login;
import baton.agent.Logins;
import baton.authorizerequest.Verdict.Refused;
import baton.authorizerequest.Verdict.Vouched;
import baton.http.Log;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

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
      case Vouched vouched -> of(active(vouched));
    };
  }

  private Answer of(List<Login> active) {
    return switch (active.size()) {
      case 0 -> refused(Reason.NO_LOGIN);
      case 1 -> new Answer(true, Map.of(
          "workspace", active.getFirst().workspace().value(), "agent", active.getFirst().agent().value()));
      default -> refused(Reason.WORKSPACE_NOT_CHOSEN);
    };
  }

  private List<Login> active(Vouched vouched) {
    var found = vouched.workspace()
        .map(workspace -> logins.of(vouched.issuer(), vouched.subject(), workspace).stream().toList())
        .orElseGet(() -> logins.of(vouched.issuer(), vouched.subject()));
    return found.stream().filter(Login::active).toList();
  }

  private Answer refused(Reason reason) {
    log.count("refused-" + reason.word(), 1);
    return new Answer(false, Map.of());
  }
}
