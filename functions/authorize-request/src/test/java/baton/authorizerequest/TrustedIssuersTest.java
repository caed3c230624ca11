package baton.authorizerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import baton.id.WorkspaceId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedIssuersTest {
  private static final String ONE = """
      {"issuer":"https://a.example.com","audience":"baton","workspace":"%s",%s}""";
  private static final String BY_URL = "\"jwksUrl\":\"https://a.example.com/keys\"";

  @Test
  void an_empty_list_trusts_nobody() {
    assertThat(of("[]")).isEmpty();
  }

  @Test
  void a_workspace_or_a_star_says_for_whom_an_issuer_speaks() {
    assertThat(of("[%s]".formatted(ONE.formatted("support", BY_URL))).getFirst().workspace())
        .contains(new WorkspaceId("support"));
    assertThat(of("[%s]".formatted(ONE.formatted("*", BY_URL))).getFirst().workspace()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example.com/keys", "http://localhost:7/keys", "http://127.0.0.1/keys", "http://[::1]:7/keys"})
  void keys_are_fetched_over_TLS_or_from_this_machine(String url) {
    assertThat(of("[%s]".formatted(ONE.formatted("*", "\"jwksUrl\":\"%s\"".formatted(url))))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a.example.com/keys", "http://localhost.example.com/", "http://localhost@a.example.com/",
      "file:///etc/passwd", "ftp://a.example.com", "/keys", "https:/keys", "https://user:pass@a.example.com/", "not a url"})
  void keys_are_fetched_from_nowhere_else(String url) {
    refused("[%s]".formatted(ONE.formatted("*", "\"jwksUrl\":\"%s\"".formatted(url))));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "{}", "null", "[null]", "[{}]", "[] []", "[{\"issuer\":\"a\"}]",
      "[{\"issuer\":\"a b\",\"audience\":\"baton\",\"workspace\":\"*\",\"jwksUrl\":\"https://a.example.com\"}]",
      "[{\"issuer\":\"a\\nb\",\"audience\":\"baton\",\"workspace\":\"*\",\"jwksUrl\":\"https://a.example.com\"}]",
      "[{\"issuer\":\"a\",\"audience\":\"\",\"workspace\":\"*\",\"jwksUrl\":\"https://a.example.com\"}]",
      "[{\"issuer\":\"a\",\"audience\":\"baton\",\"jwksUrl\":\"https://a.example.com\"}]",
      "[{\"issuer\":\"a\",\"audience\":\"baton\",\"workspace\":\"a#b\",\"jwksUrl\":\"https://a.example.com\"}]",
      "[{\"issuer\":\"a\",\"audience\":\"baton\",\"workspace\":\"*\"}]",
      "[{\"issuer\":\"a\",\"audience\":\"baton\",\"workspace\":\"*\",\"jwks\":{\"keys\":[]}}]",
      "[{\"issuer\":\"a\",\"audience\":\"baton\",\"workspace\":\"*\",\"jwks\":7}]",
      "[{\"issuer\":\"a\",\"audience\":\"baton\",\"workspace\":\"*\",\"jwks\":{\"keys\":[]},\"jwksUrl\":\"https://a.example.com\"}]",
      "[{\"issuer\":\"a\",\"audience\":\"baton\",\"workspace\":\"*\",\"jwksUri\":\"https://a.example.com\"}]"})
  void a_mistake_in_the_parameter_fails_at_once(String json) {
    refused(json);
  }

  @Test
  void an_issuer_stands_once_for_an_audience() {
    String one = ONE.formatted("*", BY_URL);
    refused("[%s,%s]".formatted(one, one.replace("*", "support")));
    assertThat(of("[%s,%s]".formatted(one, one.replace("\"baton\"", "\"baton-sales\"")))).hasSize(2);
  }

  @Test
  void a_private_key_among_the_public_ones_is_refused_since_many_can_read_a_parameter() throws JOSEException {
    var key = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    assertThat(of("[%s]".formatted(ONE.formatted("*", "\"jwks\":{\"keys\":[%s]}".formatted(key.toPublicJWK()))))).hasSize(1);
    refused("[%s]".formatted(ONE.formatted("*", "\"jwks\":{\"keys\":[%s]}".formatted(key))));
    refused("[%s]".formatted(ONE.formatted("*", "\"jwks\":{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}")));
  }

  private static void refused(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> of(json));
  }

  private static List<TrustedIssuer> of(String json) {
    return TrustedIssuers.of(json, InstantSource.system());
  }
}
