package baton.authorizerequest;

import static baton.authorizerequest.Tokens.ANA;
import static baton.authorizerequest.Tokens.ED;
import static baton.authorizerequest.Tokens.claims;
import static baton.authorizerequest.Tokens.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import baton.authorizerequest.Verdict.Refused;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// By which signatures and keys a token is believed.
class TokenSignatureTest {
  private static RSAKey rsa;
  private static RSAKey shortRsa;
  private static ECKey ec;

  @BeforeAll
  static void makeKeys() throws JOSEException {
    rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    shortRsa = new RSAKeyGenerator(1024, true).keyID("short").generate();
    ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
  }

  @Nested
  class Signatures {
    @Test
    void a_token_signed_by_RS256_ES256_or_EdDSA_is_good() throws JOSEException {
      assertThat(verify(signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa)))).isEqualTo(ANA);
      assertThat(verify(signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec)))).isEqualTo(ANA);
      assertThat(verify(ED.token(claims()))).isEqualTo(ANA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "NoNe", "NONE", "nOnE", ""})
    void a02_no_algorithm_is_no_signature(String none) {
      String header = Base64URL.encode("{\"alg\":\"%s\",\"kid\":\"ed\"}".formatted(none)).toString();
      String body = Base64URL.encode(claims()).toString();
      assertThat(List.of(header + "." + body + ".", header + "." + body, header + "." + body + ".AA"))
          .allSatisfy(token -> assertThat(verify(token)).isInstanceOf(Refused.class));
    }

    @Test
    void a02_an_empty_signature_is_none() {
      String token = ED.token(claims());
      assertRefused(token.substring(0, token.lastIndexOf('.') + 1), Reason.MALFORMED);
    }

    @Test
    void a_public_key_does_not_do_as_the_secret_of_HS256() throws JOSEException {
      for (byte[] secret : List.of(rsa.toRSAPublicKey().getEncoded(), pem(rsa.toRSAPublicKey().getEncoded()),
          rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8), rsa.getModulus().decode())) {
        assertRefused(signed(JWSAlgorithm.HS256, "rsa", new MACSigner(secret)), Reason.ALGORITHM);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void other_algorithms_are_refused_though_the_key_would_fit(String algorithm) throws JOSEException {
      assertRefused(signed(JWSAlgorithm.parse(algorithm), "rsa", new RSASSASigner(rsa)), Reason.ALGORITHM);
    }

    @Test
    void an_algorithm_takes_only_keys_of_its_type() throws JOSEException {
      assertRefused(signed(JWSAlgorithm.RS256, "ec", new RSASSASigner(rsa)), Reason.UNKNOWN_KEY);
      assertRefused(ED.token("{\"alg\":\"ES256\",\"kid\":\"ec\"}", claims()), Reason.SIGNATURE);
    }

    @Test
    void an_altered_token_is_refused() {
      String[] parts = ED.token(claims()).split("\\.");
      String other = Base64URL.encode(claims().replace("ana", "bob")).toString();
      assertRefused(parts[0] + "." + other + "." + parts[2], Reason.SIGNATURE);
      byte[] signature = new Base64URL(parts[2]).decode();
      for (int at : new int[] {0, 31, 32, 63}) {
        byte[] altered = signature.clone();
        altered[at] ^= 1;
        assertRefused(parts[0] + "." + parts[1] + "." + Base64URL.encode(altered), Reason.SIGNATURE);
      }
      assertRefused(parts[0] + "." + parts[1] + "." + Base64URL.encode(Arrays.copyOf(signature, 63)), Reason.SIGNATURE);
    }

    @Test
    void a_signature_of_zeros_is_refused() {
      String input = Base64URL.encode("{\"alg\":\"ES256\",\"kid\":\"ec\"}") + "." + Base64URL.encode(claims());
      assertRefused(input + "." + Base64URL.encode(new byte[64]), Reason.SIGNATURE);
    }

    @Test
    void a_short_RSA_key_is_refused() throws JOSEException {
      var signer = new RSASSASigner(shortRsa.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()));
      assertRefused(signed(JWSAlgorithm.RS256, "short", signer), Reason.SIGNATURE);
    }
  }

  @Nested
  class Keys {
    @Test
    void a_token_naming_no_known_key_is_refused() {
      assertRefused(TestIssuer.of("stranger").token(claims()), Reason.UNKNOWN_KEY);
    }

    @Test
    void a_token_naming_the_others_key_is_refused() {
      assertRefused(TestIssuer.of("stranger").token("{\"alg\":\"EdDSA\",\"kid\":\"ed\"}", claims()), Reason.SIGNATURE);
    }

    @Test
    void of_two_keys_that_is_taken_which_the_token_names() {
      var second = TestIssuer.of("second");
      var verifier = verifier(ED.jwk(), second.jwk());
      assertThat(verifier.verify(ED.token(claims()))).isEqualTo(ANA);
      assertThat(verifier.verify(second.token(claims()))).isEqualTo(ANA);
    }

    @Test
    void a_token_naming_no_key_is_good_only_where_one_alone_is_possible() {
      String nameless = ED.token("{\"alg\":\"EdDSA\"}", claims());
      assertThat(verifier(ED.jwk(), rsa).verify(nameless)).isEqualTo(ANA);
      assertThat(verifier(ED.jwk(), TestIssuer.of("second").jwk()).verify(nameless))
          .isEqualTo(new Refused(Reason.UNKNOWN_KEY));
    }

    @Test
    void a_key_that_the_token_brings_along_counts_for_nothing() {
      var stranger = TestIssuer.of("stranger");
      String header = "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"jwk\":%s,\"jku\":\"https://evil.example.com/jwks\"}";
      assertRefused(stranger.token(header.formatted("stranger", stranger.jwk()), claims()), Reason.UNKNOWN_KEY);
      assertRefused(stranger.token(header.formatted("ed", stranger.jwk()), claims()), Reason.SIGNATURE);
    }

    @Test
    void a_key_for_encryption_signs_nothing() throws JOSEException {
      var token = signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa));
      var byUse = new RSAKey.Builder(rsa).keyUse(KeyUse.ENCRYPTION).build();
      var byOperation = new RSAKey.Builder(rsa).keyOperations(Set.of(KeyOperation.ENCRYPT)).build();
      assertThat(verifier(byUse).verify(token)).isEqualTo(new Refused(Reason.UNKNOWN_KEY));
      assertThat(verifier(byOperation).verify(token)).isEqualTo(new Refused(Reason.UNKNOWN_KEY));
    }
  }

  private static void assertRefused(String token, Reason reason) {
    assertThat(verify(token)).isEqualTo(new Refused(reason));
  }

  private static Verdict verify(String token) {
    return verifier(rsa, shortRsa, ec, ED.jwk()).verify(token);
  }

  private static String signed(JWSAlgorithm algorithm, String key, JWSSigner signer) throws JOSEException {
    var token = new JWSObject(new JWSHeader.Builder(algorithm).keyID(key).build(), new Payload(claims()));
    token.sign(signer);
    return token.serialize();
  }

  private static byte[] pem(byte[] key) {
    return ("-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key))).getBytes(StandardCharsets.US_ASCII);
  }
}
