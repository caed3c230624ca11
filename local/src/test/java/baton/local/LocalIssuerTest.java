package baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

  @Test
  void its_tokens_are_verified_by_the_keys_it_publishes() throws Exception {
    var issuer = LocalIssuer.create();
    var trust = issuer.trust("*");
    var token = SignedJWT.parse(issuer.token("ana", "acme"));

    assertThat(verifies(issuer, token)).isTrue();
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("ana");
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(trust.path("issuer").asText());
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(trust.path("audience").asText());
    assertThat(token.getJWTClaimsSet().getClaim("baton_ws")).isEqualTo("acme");
    assertThat(trust.path("workspace").asText()).isEqualTo("*");
    assertThat(trust.toString()).doesNotContain("\"d\"");
    assertThat(verifies(LocalIssuer.create(), token)).isFalse();
  }

  @Test
  void a_token_may_be_over_already() throws Exception {
    var token = SignedJWT.parse(LocalIssuer.create().token("ana", Map.of(), Duration.ofMinutes(-5)));
    assertThat(token.getJWTClaimsSet().getExpirationTime()).isBefore(new Date());
  }

  @Test
  void a_kept_key_keeps_its_tokens_good(@TempDir Path folder) throws Exception {
    var token = SignedJWT.parse(LocalIssuer.keptIn(folder).token("ana"));
    assertThat(verifies(LocalIssuer.keptIn(folder), token)).isTrue();
  }

  private static boolean verifies(LocalIssuer issuer, SignedJWT token) throws Exception {
    var keys = JWKSet.parse(issuer.trust("*").path("jwks").toString());
    return token.verify(new ECDSAVerifier(keys.getKeys().getFirst().toECKey()));
  }
}
