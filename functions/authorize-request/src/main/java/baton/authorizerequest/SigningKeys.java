package baton.authorizerequest;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import java.util.List;

/// The keys of one issuer.
interface SigningKeys {

  /// Those by which a token with this header can have been signed.
  ///
  /// @throws java.io.UncheckedIOException when that cannot be found out
  List<JWK> fitting(JWSHeader header);

  /// Those of a set: of the algorithm's type, for signing, of the name that the header gives. A header without a name
  /// will do where only one key is possible.
  static List<JWK> fitting(JWKSet set, JWSHeader header) {
    var keys = new JWKSelector(JWKMatcher.forJWSHeader(header)).select(set).stream()
        .filter(key -> key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY))
        .toList();
    return header.getKeyID() == null && keys.size() > 1 ? List.of() : keys;
  }
}
