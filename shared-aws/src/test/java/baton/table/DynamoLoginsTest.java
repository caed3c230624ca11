package baton.table;

import static org.assertj.core.api.Assertions.assertThat;

import baton.agent.Login;
import baton.dynamodblocal.DynamoDbLocal;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoLoginsTest {
  private static final String ISSUER = "https://login.example.com";
  private static final Login SUPPORT = new Login(new WorkspaceId("support"), new AgentId("ana"), true);
  private static final Login SALES = new Login(new WorkspaceId("sales"), new AgentId("ana-maria"), false);

  private static DynamoDbLocal database;
  private static Table table;
  private static DynamoLogins logins;

  @BeforeAll
  static void start() {
    database = DynamoDbLocal.start();
    var client = DynamoDbClient.builder().endpointOverride(database.endpoint()).region(Region.US_EAST_1)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any"))).build();
    client.createTable(create -> create.tableName("logins").billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(text("pk"), text("sk"))
        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    table = new Table(client, "logins");
    logins = new DynamoLogins(table);
    keep(ISSUER, "u-1", SUPPORT);
    keep(ISSUER, "u-1", SALES);
    keep(ISSUER, "u-2", SUPPORT);
  }

  @AfterAll
  static void stop() {
    table.client().close();
    database.close();
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
        keep(ISSUER, "auditor", new Login(new WorkspaceId("w" + n), new AgentId("auditor"), true)));
    assertThat(logins.of(ISSUER, "auditor")).hasSize(150);
  }

  @Test
  void the_item_is_as_the_data_model_says() {
    assertThat(Contents.plain(LoginItem.write(ISSUER, "u-1", SUPPORT))).hasToString(
        "{\"active\":true,\"agent\":\"ana\",\"item\":\"other\",\"pk\":\"LOGIN#%s\",\"sk\":\"support\"}"
            .formatted(Keys.sha256("https://login.example.com\nu-1")));
  }

  private static void keep(String issuer, String subject, Login login) {
    table.put(LoginItem.write(issuer, subject, login), new Expression().whenAbsent("pk"));
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
