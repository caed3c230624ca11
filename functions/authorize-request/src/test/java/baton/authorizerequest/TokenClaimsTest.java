package baton.authorizerequest;

import static baton.authorizerequest.TestIssuer.ISSUER;
import static baton.authorizerequest.Tokens.ANA;
import static baton.authorizerequest.Tokens.ED;
import static baton.authorizerequest.Tokens.SECONDS;
import static baton.authorizerequest.Tokens.claims;
import static baton.authorizerequest.Tokens.issuer;
import static baton.authorizerequest.Tokens.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import baton.authorizerequest.Verdict.Refused;
import baton.authorizerequest.Verdict.Vouched;
import baton.id.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a token must say to be believed.
class TokenClaimsTest {

  @Nested
  class Times {
    @Test
    void a04_a_token_is_over_to_the_second() {
      assertThat(verify(ED.token(claims(SECONDS + 1, "")))).isEqualTo(ANA);
      assertRefused(ED.token(claims(SECONDS, "")), Reason.EXPIRED);
      assertRefused(ED.token(claims(SECONDS - 1, "")), Reason.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1999999999\"", "1999999999.0", "1999999999.5", "1e20", "100000000000000000000", "null",
        "true", "[1999999999]", "{}", "1999999999000", "9223372036854775807"})
    void a04_an_end_that_is_no_whole_second_within_reason_is_none(String end) {
      assertRefused(ED.token(claims(end, "")), Reason.NO_EXPIRY);
    }

    @Test
    void a04_a_token_without_an_end_is_refused() {
      assertRefused(ED.token(claims().replace("\"exp\"", "\"expires\"")), Reason.NO_EXPIRY);
      assertRefused(ED.token(claims("-1", "")), Reason.EXPIRED);
    }

    @Test
    void a04_a_token_of_the_future_is_refused_but_for_a_minutes_difference_of_clocks() {
      assertThat(verify(ED.token(claims(SECONDS + 600, "\"nbf\":%d,".formatted(SECONDS + 60))))).isEqualTo(ANA);
      assertRefused(ED.token(claims(SECONDS + 600, "\"nbf\":%d,".formatted(SECONDS + 61))), Reason.NOT_YET_VALID);
      assertRefused(ED.token(claims(SECONDS + 600, "\"nbf\":\"0\",")), Reason.NOT_YET_VALID);
    }
  }

  @Nested
  class IssuersAndAudiences {
    @ParameterizedTest
    @ValueSource(strings = {"https://login.example.com/", "https://LOGIN.example.com", "https://login.example.com.evil.org",
        "http://login.example.com", "", " https://login.example.com"})
    void a05_another_issuer_is_refused_though_the_signature_is_right(String issuer) {
      assertRefused(ED.token(claims().replace(ISSUER, issuer)), Reason.UNTRUSTED_ISSUER_OR_AUDIENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "\"Baton\"", "\"baton \"", "[\"other\",\"another\"]", "[]", "null", "7", "[[\"baton\"]]",
        "{\"baton\":true}", "\"other\",\"client_id\":\"baton\"", "[\"other\",\"another\"],\"client_id\":\"baton\",\"azp\":\"baton\""})
    void a05_another_audience_is_refused_whatever_the_client(String audience) {
      assertRefused(ED.token(claims().replace("\"baton\"", audience)), Reason.UNTRUSTED_ISSUER_OR_AUDIENCE);
    }

    @Test
    void one_of_several_audiences_is_enough() {
      assertThat(verify(ED.token(claims().replace("\"baton\"", "[\"other\",\"baton\"]")))).isEqualTo(ANA);
    }

    @Test
    void a_token_for_two_audiences_that_stand_for_different_workspaces_is_refused() {
      var sales = new TrustedIssuer(ISSUER, "baton-sales", Optional.of(new WorkspaceId("sales")),
          issuer(ISSUER, Optional.empty(), ED.jwk()).keys());
      var verifier = verifier(issuer(ISSUER, Optional.of(new WorkspaceId("support")), ED.jwk()), sales);
      assertThat(verifier.verify(ED.token(claims().replace("\"baton\"", "\"baton-sales\""))))
          .isEqualTo(new Vouched(ISSUER, "ana", Optional.of(new WorkspaceId("sales"))));
      assertThat(verifier.verify(ED.token(claims().replace("\"baton\"", "[\"baton\",\"baton-sales\"]"))))
          .isEqualTo(new Refused(Reason.UNTRUSTED_ISSUER_OR_AUDIENCE));
    }

    @Test
    void an_issuers_key_does_not_sign_for_another_issuer() {
      var other = TestIssuer.of("other");
      var verifier = verifier(
          issuer(ISSUER, Optional.empty(), ED.jwk()),
          issuer("https://other.example.com", Optional.empty(), other.jwk()));
      assertThat(verifier.verify(other.token(claims()))).isEqualTo(new Refused(Reason.UNKNOWN_KEY));
      assertThat(verifier.verify(other.token(claims().replace(ISSUER, "https://other.example.com"))))
          .isEqualTo(new Vouched("https://other.example.com", "ana", Optional.empty()));
    }

    @Test
    void nobody_is_trusted_before_the_template_says_so() {
      assertThat(verifier(new TrustedIssuer[0]).verify(ED.token(claims())))
          .isEqualTo(new Refused(Reason.UNTRUSTED_ISSUER_OR_AUDIENCE));
    }
  }

  @Nested
  class Workspaces {
    @Test
    void an_issuer_of_any_workspace_says_which_it_means() {
      assertThat(verify(ED.token(claims(SECONDS + 1, "\"baton_ws\":\"sales\","))))
          .isEqualTo(new Vouched(ISSUER, "ana", Optional.of(new WorkspaceId("sales"))));
    }

    @Test
    void an_issuer_of_one_workspace_speaks_for_that_alone() {
      var verifier = verifier(issuer(ISSUER, Optional.of(new WorkspaceId("support")), ED.jwk()));
      var vouched = new Vouched(ISSUER, "ana", Optional.of(new WorkspaceId("support")));
      assertThat(verifier.verify(ED.token(claims()))).isEqualTo(vouched);
      assertThat(verifier.verify(ED.token(claims(SECONDS + 1, "\"baton_ws\":\"support\",")))).isEqualTo(vouched);
      assertThat(verifier.verify(ED.token(claims(SECONDS + 1, "\"baton_ws\":\"sales\","))))
          .isEqualTo(new Refused(Reason.WRONG_WORKSPACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"\"", "\"*\"", "\"a#b\"", "[\"sales\"]", "{}", "false"})
    void a_workspace_that_could_be_none_is_refused(String workspace) {
      assertRefused(ED.token(claims(SECONDS + 1, "\"baton_ws\":%s,".formatted(workspace))), Reason.WRONG_WORKSPACE);
    }
  }

  @Nested
  class Shapes {
    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c", "e30.e30.AA", "....", "bnVsbA.bnVsbA.AA", "W10.W10.AA", "IiI.IiI.AA"})
    void what_is_no_token_is_refused(String token) {
      assertThat(verify(token)).isEqualTo(new Refused(Reason.MALFORMED));
    }

    @Test
    void claims_that_are_no_object_are_refused() {
      for (String claims : List.of("", "null", "[]", "7", "{", "{}x", "{\"exp\":1,\"exp\":2}", "[".repeat(4000))) {
        assertThat(verify(ED.token(claims))).isInstanceOf(Refused.class);
      }
      assertRefused(ED.token("{\"a\":".repeat(1200) + "1" + "}".repeat(1200)), Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"typ\":\"JWT\"", "\"typ\":\"jwt\"", "\"typ\":\"at+jwt\"", "\"x\":1"})
    void a_token_for_an_API_is_good(String header) {
      assertThat(verify(ED.token("{\"alg\":\"EdDSA\",\"kid\":\"ed\",%s}".formatted(header), claims()))).isEqualTo(ANA);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "typ":"logout+jwt"
        "typ":"dpop+jwt"
        "crit":["exp"],"exp":1
        "crit":["b64"],"b64":false
        """)
    void a_token_for_something_else_is_refused(String header) {
      assertRefused(ED.token("{\"alg\":\"EdDSA\",\"kid\":\"ed\",%s}".formatted(header), claims()), Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "7", "[\"ana\"]", "\" \""})
    void a_token_of_nobody_is_refused(String subject) {
      assertRefused(ED.token(claims().replace("\"ana\"", subject)), Reason.NO_SUBJECT);
    }
  }

  private static void assertRefused(String token, Reason reason) {
    assertThat(verify(token)).isEqualTo(new Refused(reason));
  }

  private static Verdict verify(String token) {
    return verifier(ED.jwk()).verify(token);
  }
}
