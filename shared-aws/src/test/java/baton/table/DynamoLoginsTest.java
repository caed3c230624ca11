package baton.table;

import static org.assertj.core.api.Assertions.assertThat;

import baton.agent.Login;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DynamoLoginsTest {
  private static final String ISSUER = "https://login.example.com";
  private static final Instant LONG_AGO = Instant.ofEpochMilli(1_700_000_000_000L);
  private static final Login SUPPORT = new Login(new WorkspaceId("support"), new AgentId("ana"), true, LONG_AGO);
  private static final Login SALES =
      new Login(new WorkspaceId("sales"), new AgentId("ana-maria"), false, LONG_AGO.plusMillis(1));

  private static Table table;
  private static DynamoLogins logins;

  @BeforeAll
  static void fill() {
    table = LocalTable.fresh();
    logins = new DynamoLogins(table);
    keep(ISSUER, "u-1", SUPPORT);
    keep(ISSUER, "u-1", SALES);
    keep(ISSUER, "u-2", SUPPORT);
  }

  @Test
  void a_person_is_known_in_each_workspace() {
    assertThat(logins.of(ISSUER, "u-1")).containsExactlyInAnyOrder(SUPPORT, SALES);
    assertThat(logins.of(ISSUER, "u-2")).containsExactly(SUPPORT);
  }

  @Test
  void a_person_is_known_in_one_workspace() {
    assertThat(logins.of(ISSUER, "u-1", new WorkspaceId("sales"))).contains(SALES);
    assertThat(logins.of(ISSUER, "u-2", new WorkspaceId("sales"))).isEmpty();
  }

  @Test
  void another_issuers_person_of_the_same_name_is_somebody_else() {
    assertThat(logins.of("https://login.example.org", "u-1")).isEmpty();
    assertThat(logins.of("https://login.example.org", "u-1", new WorkspaceId("sales"))).isEmpty();
  }

  @Test
  void somebody_in_very_many_workspaces_is_known_in_all_of_them() {
    IntStream.range(0, 150).forEach(n ->
        keep(ISSUER, "auditor", new Login(new WorkspaceId("w" + n), new AgentId("auditor"), true, LONG_AGO)));
    assertThat(logins.of(ISSUER, "auditor")).hasSize(150);
  }

  @Test
  void a_login_that_was_written_before_its_time_was_noted_is_as_old_as_can_be() {
    var item = LoginItem.write(ISSUER, "u-3", SUPPORT);
    item.remove("since");
    table.put(item, new Expression().whenAbsent("pk"));
    assertThat(logins.of(ISSUER, "u-3")).extracting(Login::since).containsExactly(Instant.EPOCH);
  }

  @Test
  void the_item_is_as_the_data_model_says() {
    assertThat(Contents.plain(LoginItem.write(ISSUER, "u-1", SUPPORT))).hasToString("""
        {"active":true,"agent":"ana","item":"other","pk":"LOGIN#%s","since":1700000000000,"sk":"support"}"""
        .formatted(Keys.sha256("https://login.example.com\nu-1")));
  }

  private static void keep(String issuer, String subject, Login login) {
    table.put(LoginItem.write(issuer, subject, login), new Expression().whenAbsent("pk"));
  }
}
