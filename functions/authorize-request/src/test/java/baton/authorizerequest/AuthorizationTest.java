package baton.authorizerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import baton.agent.Login;
import baton.agent.Logins;
import baton.authorizerequest.Authorization.Answer;
import baton.http.Log;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
  private static final TestIssuer ISSUER = TestIssuer.of("ed");
  private static final Answer NO = new Answer(false, Map.of());
  private static final String GOOD = token("ana", "");
  private static final Map<String, List<Login>> LOGINS = Map.of(
      "ana", List.of(login("support", "a-ana", true, 7)),
      "bob", List.of(login("sales", "a-robert", true, 8), login("support", "a-bob", true, 7)),
      "eve", List.of(login("support", "a-eve", false, 7)),
      "ivo", List.of(login("mallorys", "a-mallory", true, 9), login("support", "a-ivo", true, 0)),
      "ivy", List.of(login("support", "a-ivy", true, 8), login("sales", "a-ivy", false, 7)),
      "old", List.of(login("support", "a-old", true, 0), login("sales", "a-old", true, 0)));

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @Test
  void a_good_token_says_whose_the_request_is() {
    assertThat(ask("Bearer " + GOOD)).isEqualTo(yes("support", "a-ana"));
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization", "Authorization", "AUTHORIZATION"})
  void the_header_may_be_spelled_in_any_case(String name) {
    assertThat(ask(headers().put(name, "bearer " + GOOD))).isEqualTo(yes("support", "a-ana"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Bearer", "Bearer ", "Bearer  ", "Basic YW5hOmFuYQ==", "Bearer a.b", "Bearer null",
      "Bearer a.b.c.d", "Bearer a.b.c d", "Bearer\u0000a.b.c"})
  void a01_a_header_without_a_token_is_refused(String header) {
    assertThat(ask(header)).isEqualTo(NO);
    assertThat(said()).contains("refused-no-token");
  }

  @Test
  void a01_no_header_is_refused() {
    assertThat(ask(headers().put("x-authorization", "Bearer " + GOOD))).isEqualTo(NO);
    assertThat(authorization().of(Json.read("{}").path("headers"))).isEqualTo(NO);
    assertThat(authorization().of(Json.read("null"))).isEqualTo(NO);
    assertThat(authorization().of(Json.read("[\"authorization\"]"))).isEqualTo(NO);
  }

  @Test
  void a01_two_headers_are_refused_though_both_are_good() {
    assertThat(ask("Bearer " + GOOD + ",Bearer " + GOOD)).isEqualTo(NO);
    assertThat(ask("Bearer " + GOOD + ", " + GOOD)).isEqualTo(NO);
    assertThat(ask(headers().put("authorization", "Bearer " + GOOD).put("Authorization", "Bearer " + GOOD))).isEqualTo(NO);
  }

  @Test
  void a_token_longer_than_any_gateway_lets_through_is_refused_unread() {
    assertThat(ask("Bearer " + token("ana", "\"padding\":\"%s\",".formatted("x".repeat(8192))))).isEqualTo(NO);
    assertThat(said()).contains("refused-no-token");
  }

  @Test
  void a07_somebody_whom_we_do_not_know_is_refused_though_the_mail_address_is_an_admins() {
    assertThat(ask("Bearer " + token("stranger", "\"email\":\"ana@example.com\",\"email_verified\":true,"))).isEqualTo(NO);
    assertThat(said()).contains("refused-no-login").doesNotContain("ana@example.com");
  }

  @Test
  void an_inactive_login_is_refused() {
    assertThat(ask("Bearer " + token("eve", ""))).isEqualTo(NO);
    assertThat(ask("Bearer " + token("eve", "\"baton_ws\":\"support\","))).isEqualTo(NO);
  }

  @Test
  void somebody_in_several_workspaces_chooses_one() {
    assertThat(ask("Bearer " + token("bob", "\"baton_ws\":\"sales\","))).isEqualTo(yes("sales", "a-robert"));
    assertThat(ask("Bearer " + token("bob", "\"baton_ws\":\"support\","))).isEqualTo(yes("support", "a-bob"));
  }

  @Test
  void somebody_in_several_workspaces_who_chooses_none_is_in_the_one_that_knew_them_first() {
    assertThat(ask("Bearer " + token("bob", ""))).isEqualTo(yes("support", "a-bob"));
  }

  @Test
  void a_workspace_that_writes_down_anothers_agent_takes_nobody_away_from_there() {
    assertThat(ask("Bearer " + token("ivo", ""))).isEqualTo(yes("support", "a-ivo"));
  }

  @Test
  void of_two_logins_from_before_their_age_was_noted_it_is_always_the_same() {
    assertThat(ask("Bearer " + token("old", ""))).isEqualTo(yes("sales", "a-old"));
  }

  @Test
  void somebody_with_one_active_login_need_not_choose() {
    assertThat(ask("Bearer " + token("ivy", ""))).isEqualTo(yes("support", "a-ivy"));
  }

  @Test
  void a_workspace_that_is_chosen_without_a_login_is_refused() {
    assertThat(ask("Bearer " + token("ana", "\"baton_ws\":\"sales\","))).isEqualTo(NO);
  }

  @Test
  void a08_what_else_the_request_says_of_itself_is_ignored() {
    var spoofed = headers().put("authorization", "Bearer " + GOOD)
        .put("x-workspace-id", "sales").put("x-remote-user", "a-robert").put("x-forwarded-for", "127.0.0.1");
    assertThat(ask(spoofed)).isEqualTo(yes("support", "a-ana"));
    assertThat(ask(spoofed.deepCopy().without("authorization"))).isEqualTo(NO);
  }

  @Test
  void roles_in_a_token_are_not_passed_on() {
    assertThat(ask("Bearer " + token("ana", "\"roles\":[\"admin\"],\"agent\":\"a-bob\",\"workspace\":\"sales\",")))
        .isEqualTo(yes("support", "a-ana"));
  }

  @Test
  void a_table_that_does_not_answer_is_a_failure_and_no_refusal() {
    assertThatIllegalStateException().isThrownBy(() -> ask("Bearer " + token("down", "")));
    assertThatIllegalStateException().isThrownBy(() -> ask("Bearer " + token("down", "\"baton_ws\":\"sales\",")));
  }

  private Answer ask(String header) {
    return ask(headers().put("authorization", header));
  }

  private Answer ask(ObjectNode headers) {
    return authorization().of(headers);
  }

  private Authorization authorization() {
    var set = new JWKSet(ISSUER.jwk());
    var trusted = new TrustedIssuer(
        TestIssuer.ISSUER, TestIssuer.AUDIENCE, Optional.empty(), header -> SigningKeys.fitting(set, header));
    return new Authorization(
        new TokenVerifier(List.of(trusted), () -> Instant.EPOCH), new InMemoryLogins(),
        new Log(new PrintStream(log, true, StandardCharsets.UTF_8), "authorize-request"));
  }

  private String said() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private static ObjectNode headers() {
    return Json.MAPPER.createObjectNode();
  }

  private static String token(String subject, String more) {
    return ISSUER.token("{%s\"iss\":\"https://login.example.com\",\"aud\":\"baton\",\"sub\":\"%s\",\"exp\":60}"
        .formatted(more, subject));
  }

  private static Answer yes(String workspace, String agent) {
    return new Answer(true, Map.of("workspace", workspace, "agent", agent));
  }

  private static Login login(String workspace, String agent, boolean active, long since) {
    return new Login(new WorkspaceId(workspace), new AgentId(agent), active, Instant.ofEpochSecond(since));
  }

  private static final class InMemoryLogins implements Logins {
    @Override
    public List<Login> of(String issuer, String subject) {
      if (subject.equals("down")) {
        throw new IllegalStateException("the table does not answer");
      }
      return issuer.equals(TestIssuer.ISSUER) ? LOGINS.getOrDefault(subject, List.of()) : List.of();
    }

    @Override
    public Optional<Login> of(String issuer, String subject, WorkspaceId workspace) {
      return of(issuer, subject).stream().filter(login -> login.workspace().equals(workspace)).findFirst();
    }
  }
}
