package baton.authorizerequest;

import baton.id.WorkspaceId;
import baton.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the template's parameter `TrustedIssuers`. A mistake in it fails the start, which SnapStart makes a
/// part of the deployment.
final class TrustedIssuers {
  private static final String ANY = "*";
  // A line break would let one issuer's name and subject read as another's.
  private static final Pattern NAME = Pattern.compile("\\S+");

  private TrustedIssuers() {}

  static List<TrustedIssuer> of(String json, InstantSource clock) {
    try {
      Entry[] read = Json.MAPPER.readValue(json, Entry[].class);
      if (read == null || Arrays.asList(read).contains(null)) {
        throw new IllegalArgumentException("TrustedIssuers must be a list of issuers");
      }
      var entries = List.of(read);
      var pairs = entries.stream().map(entry -> List.of(entry.issuer(), entry.audience())).distinct();
      if (pairs.count() < entries.size()) {
        throw new IllegalArgumentException("TrustedIssuers names an issuer twice for one audience");
      }
      return entries.stream().map(entry -> entry.trusted(clock)).toList();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("TrustedIssuers: " + e.getOriginalMessage(), e);
    }
  }

  private record Entry(
      String issuer, String audience, String workspace, @Nullable JsonNode jwks, @Nullable String jwksUrl) {

    private Entry {
      require(issuer != null && NAME.matcher(issuer).matches(), "an issuer is missing, or has blanks");
      require(audience != null && NAME.matcher(audience).matches(), issuer + " has no audience, or one with blanks");
      require(workspace != null, issuer + " has no workspace; \"*\" is any");
      require(jwks == null != (jwksUrl == null), issuer + " must have either jwks or jwksUrl");
    }

    TrustedIssuer trusted(InstantSource clock) {
      var only = workspace.equals(ANY) ? Optional.<WorkspaceId>empty() : Optional.of(new WorkspaceId(workspace));
      return new TrustedIssuer(issuer, audience, only, jwksUrl == null ? inline() : published(jwksUrl, clock));
    }

    private SigningKeys inline() {
      try {
        var set = JWKSet.parse(String.valueOf(jwks));
        require(set.getKeys().stream().noneMatch(JWK::isPrivate), issuer + " has a private or secret key among jwks");
        require(!set.isEmpty(), issuer + " has no key among jwks");
        return header -> SigningKeys.fitting(set, header);
      } catch (ParseException e) {
        throw new IllegalArgumentException("TrustedIssuers: the jwks of " + issuer + ": " + e.getMessage(), e);
      }
    }

    private static SigningKeys published(String url, InstantSource clock) {
      return new PublishedKeys(KeySetUrl.of(url)::fetch, clock);
    }

    private static void require(boolean holds, String otherwise) {
      if (!holds) {
        throw new IllegalArgumentException("TrustedIssuers: " + otherwise);
      }
    }
  }
}
