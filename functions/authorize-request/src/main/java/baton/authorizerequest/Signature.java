package baton.authorizerequest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/// Whether a token was signed with a key.
final class Signature {
  private static final int SHORTEST_RSA = 2048;
  // How a key of Ed25519 begins when it is spelled as SubjectPublicKeyInfo (RFC 8410); its 32 bytes follow.
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  private Signature() {}

  static boolean holds(SignedJWT token, JWK key) {
    try {
      return switch (key) {
        case RSAKey rsa when rsa.size() >= SHORTEST_RSA -> token.verify(new RSASSAVerifier(rsa.toRSAPublicKey()));
        case ECKey ec -> token.verify(new ECDSAVerifier(ec.toECPublicKey()));
        case OctetKeyPair edwards when edwards.getCurve().equals(Curve.Ed25519) -> holds(token, edwards);
        default -> false;
      };
    } catch (JOSEException | GeneralSecurityException _) { // the signature's shape or the key's kind is wrong
      return false;
    }
  }

  /// By the JDK: nimbus would need Tink for it, 2 MB more to load.
  private static boolean holds(SignedJWT token, OctetKeyPair key) throws GeneralSecurityException {
    byte[] point = key.getDecodedX();
    byte[] spelled = ByteBuffer.allocate(ED25519.length + point.length).put(ED25519).put(point).array();
    var check = java.security.Signature.getInstance("Ed25519");
    check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spelled)));
    check.update(token.getSigningInput());
    return check.verify(token.getSignature().decode());
  }
}
