package baton.authorizerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import baton.dynamodblocal.DynamoDbLocal;
import baton.wire.Json;
import baton.wiring.Environment;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Every event of `events/authorize-request/` goes in, its reply comes out; the logins are in a table.
class AuthorizeRequestHandlerTest {
  private static final Path EVENTS = Path.of("target", "test-classes", "events");
  private static final String TABLE = "authorize-request-test";

  private static DynamoDbLocal database;
  private static DynamoDbClient client;

  @BeforeAll
  static void start() {
    database = DynamoDbLocal.start();
    client = client(database.endpoint());
    client.createTable(create -> create.tableName(TABLE).billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(Stream.of("pk", "sk")
            .map(name -> AttributeDefinition.builder().attributeName(name).attributeType("S").build()).toList())
        .keySchema(KeySchemaElement.builder().attributeName("pk").keyType("HASH").build(),
            KeySchemaElement.builder().attributeName("sk").keyType("RANGE").build()));
    login("ana", "support", "a-ana", true);
    login("bob", "support", "a-bob", true);
    login("bob", "sales", "a-robert", true);
    login("eve", "support", "a-eve", false);
  }

  @AfterAll
  static void stop() {
    client.close();
    database.close();
  }

  static Set<String> cases() throws IOException {
    try (var files = Files.list(EVENTS)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json") && !name.endsWith(".reply.json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_event_has_its_reply(String name) throws IOException {
    var handler = new AuthorizeRequestHandler(wiring(client));
    assertThat(answer(handler, Files.readAllBytes(EVENTS.resolve(name + ".json"))))
        .isEqualTo(Json.read(Files.readString(EVENTS.resolve(name + ".reply.json"))));
  }

  @Test
  void the_files_are_those_that_SampleEvents_makes() throws IOException {
    var samples = SampleEvents.all();
    assertThat(cases()).isEqualTo(samples.keySet());
    for (var sample : samples.entrySet()) {
      assertThat(Json.read(Files.readString(EVENTS.resolve(sample.getKey() + ".json"))))
          .isEqualTo(SampleEvents.event(sample.getValue()));
    }
    assertThat(Json.read(trustedIssuers())).isEqualTo(SampleEvents.trustedIssuers());
  }

  @Test
  void a_table_that_does_not_answer_is_a_failure() throws IOException {
    byte[] event = Files.readAllBytes(EVENTS.resolve("valid-token.json"));
    try (var nowhere = client(URI.create("http://localhost:1"))) {
      var handler = new AuthorizeRequestHandler(wiring(nowhere));
      assertThatExceptionOfType(SdkException.class).isThrownBy(() -> answer(handler, event));
    }
  }

  @Test
  void the_rehearsal_before_a_snapshot_goes_as_far_as_the_table() throws IOException {
    try (var nowhere = client(URI.create("http://localhost:1"))) {
      var handler = Rehearsal.handler(wiring(nowhere));
      byte[] event = Json.MAPPER.writeValueAsBytes(Rehearsal.event());
      assertThatExceptionOfType(SdkException.class).isThrownBy(() -> answer(handler, event));
    }
    var real = new AuthorizeRequestHandler(wiring(client));
    assertThat(answer(real, Json.MAPPER.writeValueAsBytes(Rehearsal.event())).path("isAuthorized").asBoolean(true)).isFalse();
  }

  private static JsonNode answer(RequestStreamHandler handler, byte[] event) throws IOException {
    var output = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), output, null);
    return Json.read(output.toString(StandardCharsets.UTF_8));
  }

  private static Wiring wiring(DynamoDbClient client) throws IOException {
    var environment = new Environment(Map.of("TABLE_NAME", TABLE, "TRUSTED_ISSUERS", trustedIssuers()));
    return new Wiring(environment, new TableOnly(client), InstantSource.system(), Wiring.ulids(), Wiring.attempts());
  }

  private static String trustedIssuers() throws IOException {
    return Json.read(Files.readString(EVENTS.resolve("sam-env-vars")))
        .path("AuthorizeRequestFunction").path("TRUSTED_ISSUERS").asText();
  }

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any"))).build();
  }

  /// Spelled out, so that it is not the code that says what it expects.
  private static void login(String subject, String workspace, String agent, boolean active) {
    client.putItem(put -> put.tableName(TABLE).item(Map.of(
        "pk", AttributeValue.fromS("LOGIN#" + sha256("https://login.example.com\n" + subject)),
        "sk", AttributeValue.fromS(workspace),
        "agent", AttributeValue.fromS(agent),
        "active", AttributeValue.fromBool(active))));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private record TableOnly(DynamoDbClient dynamoDb) implements Wiring.Clients {
    @Override
    public SnsClient sns() {
      throw new IllegalStateException("the authorizer publishes nothing");
    }

    @Override
    public SqsClient sqs() {
      throw new IllegalStateException("the authorizer sends nothing");
    }
  }
}
