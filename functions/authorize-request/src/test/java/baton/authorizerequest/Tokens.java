package baton.authorizerequest;

import static baton.authorizerequest.TestIssuer.AUDIENCE;
import static baton.authorizerequest.TestIssuer.ISSUER;

import baton.authorizerequest.Verdict.Vouched;
import baton.id.WorkspaceId;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Ana's tokens at ten o'clock, and who verifies them.
final class Tokens {
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  static final long SECONDS = NOW.getEpochSecond();
  static final TestIssuer ED = TestIssuer.of("ed");
  static final Vouched ANA = new Vouched(ISSUER, "ana", Optional.empty());

  private Tokens() {}

  static TokenVerifier verifier(JWK... keys) {
    return verifier(issuer(ISSUER, Optional.empty(), keys));
  }

  static TokenVerifier verifier(TrustedIssuer... issuers) {
    return new TokenVerifier(List.of(issuers), () -> NOW);
  }

  static TrustedIssuer issuer(String name, Optional<WorkspaceId> workspace, JWK... keys) {
    var set = new JWKSet(Arrays.stream(keys).map(JWK::toPublicJWK).toList());
    return new TrustedIssuer(name, AUDIENCE, workspace, header -> SigningKeys.fitting(set, header));
  }

  static String claims() {
    return claims(SECONDS + 600, "");
  }

  /// @param more claims, each with a comma behind it
  static String claims(Object expires, String more) {
    return "{%s\"iss\":\"%s\",\"aud\":\"baton\",\"sub\":\"ana\",\"exp\":%s}".formatted(more, ISSUER, expires);
  }
}
