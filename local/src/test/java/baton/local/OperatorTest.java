package baton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import baton.agent.Login;
import baton.dynamodblocal.DynamoDbLocal;
import baton.id.WorkspaceId;
import baton.local.Operator.Arguments;
import baton.table.DynamoLogins;
import baton.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class OperatorTest {
  private static final String ISSUER = "https://login.example.com";

  private static DynamoDbLocal database;
  private static DynamoDbClient client;

  @BeforeAll
  static void start() throws InterruptedException {
    database = DynamoDbLocal.start();
    client = DynamoDbClient.builder()
        .endpointOverride(database.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
    assertThat(runs("create-table", "--table", "mine", "--endpoint", database.endpoint().toString()))
        .isEqualTo("The table mine is there.");
  }

  @AfterAll
  static void stop() {
    client.close();
    database.close();
  }

  @Test
  void the_table_is_that_of_the_template_and_may_be_made_twice() throws InterruptedException {
    assertThat(runs("create-table", "--table", "mine", "--endpoint", database.endpoint().toString()))
        .isEqualTo("The table mine is there.");
    assertThat(client.describeTable(table -> table.tableName("mine")).table().globalSecondaryIndexes())
        .extracting(index -> index.indexName()).containsExactlyInAnyOrder("by-folder", "by-time", "by-due");
  }

  @Test
  void the_first_super_admin_of_a_new_workspace_can_come_in() {
    assertThat(created("--name", "Acme & Sons", "--subject", "sam")).contains("The workspace acme-sons is made.");
    assertThat(new DynamoLogins(new Table(client, "mine")).of(ISSUER, "sam"))
        .extracting(Login::workspace, Login::active)
        .containsExactly(tuple(new WorkspaceId("acme-sons"), true));
  }

  @Test
  void a_second_run_says_that_it_is_there() {
    created("--name", "Twice", "--subject", "sue");
    assertThat(created("--name", "Twice", "--subject", "sue")).isEqualTo(
        "The workspace twice is there already; nothing was changed.");
  }

  @Test
  void who_asks_for_a_workspace_of_somebody_else_is_told_so() {
    created("--name", "Taken", "--subject", "tom");
    assertThatThrownBy(() -> created("--name", "Taken", "--subject", "tim"))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("does not lead into it");
    assertThat(new DynamoLogins(new Table(client, "mine")).of(ISSUER, "tim")).isEmpty();
  }

  @Test
  void what_is_missing_or_not_known_is_said_with_how_it_goes() {
    assertThatThrownBy(() -> created("--name", "No subject")).hasMessageContainingAll("--subject is missing", "Usage:");
    assertThatThrownBy(() -> created("--name", "X", "--subject", "s", "--colour", "red"))
        .hasMessageContainingAll("--colour is not known", "Usage:");
    assertThatThrownBy(() -> created("--name", "X", "--subject", "s", "--zone", "Mars"))
        .hasMessageContaining("--zone needs the name of a time zone");
    assertThatThrownBy(() -> created("--name", "鈴木", "--subject", "s")).hasMessageContaining("--id is missing");
    assertThatThrownBy(() -> runs("create-workspace")).hasMessageContaining("Usage:");
  }

  private static String created(String... more) {
    var words = new ArrayList<>(List.of(
        "--table", "mine", "--zone", "Europe/Berlin", "--admin-name", "Sam", "--admin-email", "sam@acme.example",
        "--issuer", ISSUER));
    words.addAll(List.of(more));
    return CreateWorkspace.make(client, CreateWorkspace.Asked.in(Arguments.of(words)));
  }

  private static String runs(String... words) throws InterruptedException {
    var out = new ByteArrayOutputStream();
    assertThat(Operator.knows(List.of(words))).isTrue();
    Operator.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).strip();
  }
}
