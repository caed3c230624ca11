package baton.authorizerequest;

import baton.authorizerequest.Verdict.Refused;
import baton.authorizerequest.Verdict.Vouched;
import baton.id.Ids;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/// Somebody whose tokens we believe.
///
/// @param workspace the only one that it may speak for; empty for any
record TrustedIssuer(String issuer, String audience, Optional<WorkspaceId> workspace, SigningKeys keys) {

  /// For whom these claims of its would vouch, were they signed.
  Verdict vouches(Claims claims, Instant now) {
    var untimely = claims.untimely(now);
    if (untimely.isPresent()) {
      return new Refused(untimely.get());
    }
    if (claims.subject().isBlank()) {
      return new Refused(Reason.NO_SUBJECT);
    }
    return switch (claims.workspace()) {
      case null -> new Vouched(issuer, claims.subject(), workspace);
      case String chosen when speaksFor(chosen) ->
          new Vouched(issuer, claims.subject(), Optional.of(new WorkspaceId(chosen)));
      default -> new Refused(Reason.WRONG_WORKSPACE);
    };
  }

  private boolean speaksFor(String chosen) {
    return Ids.wellFormed(chosen) && workspace.map(only -> only.value().equals(chosen)).orElse(true);
  }
}
