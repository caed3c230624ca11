package baton.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/// Vouches for agents on this machine: signs the tokens (ES256) that an identity provider would, with a key of its own.
public final class LocalIssuer {

  /// The claim `iss` of its tokens.
  public static final String ISSUER = "https://issuer.baton.invalid";
  /// The claim `aud` of its tokens.
  public static final String AUDIENCE = "baton";

  private static final Duration VALIDITY = Duration.ofDays(30);

  private final ECKey key;

  private LocalIssuer(ECKey key) {
    this.key = key;
  }

  /// An issuer whose key is forgotten in the end.
  public static LocalIssuer create() {
    try {
      return new LocalIssuer(new ECKeyGenerator(Curve.P_256).keyID("local-" + UUID.randomUUID()).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// An issuer whose key is kept in a folder: its tokens stay good after a restart.
  public static LocalIssuer keptIn(Path dataDir) {
    var file = dataDir.resolve("issuer.jwk.json");
    try {
      if (Files.exists(file)) {
        return new LocalIssuer(ECKey.parse(Files.readString(file)));
      }
      var issuer = create();
      Files.createDirectories(dataDir);
      Files.writeString(file, issuer.key.toJSONString());
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(file + " holds no key", e);
    }
  }

  /// One entry of the template's parameter `TrustedIssuers`: this issuer may speak for a workspace, or for any with
  /// `*`.
  public JsonNode trust(String workspace) {
    try {
      var json = new ObjectMapper();
      var entry = json.createObjectNode().put("issuer", ISSUER).put("audience", AUDIENCE).put("workspace", workspace);
      entry.putObject("jwks").putArray("keys").add(json.readTree(key.toPublicJWK().toJSONString()));
      return entry;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A token for a person, good for 30 days.
  public String token(String subject) {
    return token(subject, Map.of(), VALIDITY);
  }

  /// A token for a person who is in several workspaces and means this one.
  public String token(String subject, String workspace) {
    return token(subject, Map.of("baton_ws", workspace), VALIDITY);
  }

  /// A token with claims of one's own, which win over the usual ones; a negative validity makes one that is over.
  public String token(String subject, Map<String, Object> claims, Duration validity) {
    var now = Instant.now();
    var set = new JWTClaimsSet.Builder().issuer(ISSUER).audience(AUDIENCE).subject(subject)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(validity)));
    claims.forEach(set::claim);
    var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), set.build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
