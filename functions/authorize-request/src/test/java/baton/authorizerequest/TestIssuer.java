package baton.authorizerequest;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;

/// An issuer that signs whatever it is given, with a key made from its name: the same tokens on every run. Nobody may
/// ever trust it outside of tests.
record TestIssuer(String name, KeyPair keys) {
  static final String ISSUER = "https://login.example.com";
  static final String AUDIENCE = "baton";

  static TestIssuer of(String name) {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, new Seeded(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8))));
      return new TestIssuer(name, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  JWK jwk() {
    byte[] spelled = keys.getPublic().getEncoded();
    byte[] point = Arrays.copyOfRange(spelled, spelled.length - 32, spelled.length);
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point)).keyID(name).build();
  }

  /// A token with these claims, as JSON.
  String token(String claims) {
    return token("{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(name), claims);
  }

  /// A token with that header and these claims, as JSON.
  String token(String header, String claims) {
    String input = Base64URL.encode(header) + "." + Base64URL.encode(claims);
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Base64URL.encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Seeded extends SecureRandom {
    private final byte[] seed;

    Seeded(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
