package baton.authorizerequest;

import baton.authorizerequest.Verdict.Refused;
import baton.authorizerequest.Verdict.Vouched;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells a good token from a bad one, and throws for neither; only an issuer whose keys cannot be had makes it throw.
final class TokenVerifier {
  // Asymmetric ones only: with HS256 among them, a public key would do as the secret.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  private final List<TrustedIssuer> issuers;
  private final InstantSource clock;

  TokenVerifier(List<TrustedIssuer> issuers, InstantSource clock) {
    this.issuers = issuers;
    this.clock = clock;
  }

  Verdict verify(String token) {
    var parsed = parsed(token);
    var claims = parsed.flatMap(TokenVerifier::claims);
    if (claims.isEmpty() || !understood(parsed.get().getHeader())) {
      return new Refused(Reason.MALFORMED);
    }
    return ALGORITHMS.contains(parsed.get().getHeader().getAlgorithm())
        ? verify(parsed.get(), claims.get())
        : new Refused(Reason.ALGORITHM);
  }

  /// The claims before the signature: a token that is useless anyway shall not make us fetch keys.
  private Verdict verify(SignedJWT token, Claims claims) {
    var trusted = issuers.stream().filter(issuer -> claims.are(issuer.issuer(), issuer.audience())).toList();
    if (trusted.size() != 1) {
      return new Refused(Reason.UNTRUSTED_ISSUER_OR_AUDIENCE);
    }
    var issuer = trusted.getFirst();
    var verdict = issuer.vouches(claims, clock.instant());
    return verdict instanceof Vouched ? signed(token, issuer, verdict) : verdict;
  }

  private static Verdict signed(SignedJWT token, TrustedIssuer issuer, Verdict ifSo) {
    var keys = issuer.keys().fitting(token.getHeader());
    if (keys.isEmpty()) {
      return new Refused(Reason.UNKNOWN_KEY);
    }
    return keys.stream().anyMatch(key -> Signature.holds(token, key)) ? ifSo : new Refused(Reason.SIGNATURE);
  }

  /// A logout token, for one, is signed by the same issuer for the same audience. `crit` names what we do not know.
  private static boolean understood(JWSHeader header) {
    var type = header.getType();
    return header.getCriticalParams() == null
        && (type == null || type.equals(JOSEObjectType.JWT) || type.equals(ACCESS_TOKEN));
  }

  private static Optional<SignedJWT> parsed(String token) {
    try {
      return Optional.of(SignedJWT.parse(token));
    } catch (ParseException | RuntimeException _) { // strangers write these: whatever the parser says, it is no token
      return Optional.empty();
    }
  }

  private static Optional<Claims> claims(SignedJWT token) {
    return Optional.ofNullable(token.getPayload().toJSONObject()).map(Claims::new);
  }
}
