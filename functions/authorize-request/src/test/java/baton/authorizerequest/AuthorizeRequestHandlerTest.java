package baton.authorizerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import baton.table.memory.MemoryDynamoDb;
import baton.wire.Json;
import baton.wiring.Environment;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Every event of `events/authorize-request/` goes in, its reply comes out; the logins are in a table.
class AuthorizeRequestHandlerTest {
  private static final Path EVENTS = Path.of("target", "test-classes", "events");
  private static final String TABLE = "authorize-request-test";

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

  private static final MemoryDynamoDb LOGINS = new MemoryDynamoDb(TABLE, CLOCK);

  static {
    login("ana", "support", "a-ana", true, Map.of());
    login("bob", "support", "a-bob", true, Map.of("since", AttributeValue.fromN("1")));
    login("bob", "sales", "a-robert", true, Map.of("since", AttributeValue.fromN("2")));
    login("eve", "support", "a-eve", false, Map.of());
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
    var handler = new AuthorizeRequestHandler(wiring(LOGINS));
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
    var handler = new AuthorizeRequestHandler(wiring(new SilentTable()));
    assertThatExceptionOfType(SdkException.class).isThrownBy(() -> answer(handler, event));
  }

  @Test
  void the_rehearsal_before_a_snapshot_goes_as_far_as_the_table() throws IOException {
    byte[] event = Json.MAPPER.writeValueAsBytes(Rehearsal.event());
    var handler = Rehearsal.handler(wiring(new SilentTable()));
    assertThatExceptionOfType(SdkException.class).isThrownBy(() -> answer(handler, event));

    var real = new AuthorizeRequestHandler(wiring(LOGINS));
    assertThat(answer(real, event).path("isAuthorized").asBoolean(true)).isFalse();
  }

  private static JsonNode answer(RequestStreamHandler handler, byte[] event) throws IOException {
    var output = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), output, null);
    return Json.read(output.toString(StandardCharsets.UTF_8));
  }

  private static Wiring wiring(DynamoDbClient client) throws IOException {
    var environment = new Environment(Map.of("TABLE_NAME", TABLE, "TRUSTED_ISSUERS", trustedIssuers()));
    return new Wiring(environment, new TableOnly(client), CLOCK, Wiring.ulids(), Wiring.attempts(environment));
  }

  private static String trustedIssuers() throws IOException {
    return Json.read(Files.readString(EVENTS.resolve("sam-env-vars")))
        .path("AuthorizeRequestFunction").path("TRUSTED_ISSUERS").asText();
  }

  /// Spelled out, so that it is not the code that says what it expects.
  private static void login(
      String subject, String workspace, String agent, boolean active, Map<String, AttributeValue> more) {
    var item = new HashMap<>(more);
    item.put("pk", AttributeValue.fromS("LOGIN#" + sha256("https://login.example.com\n" + subject)));
    item.put("sk", AttributeValue.fromS(workspace));
    item.put("agent", AttributeValue.fromS(agent));
    item.put("active", AttributeValue.fromBool(active));
    LOGINS.fill(item);
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
  /// A table that answers nothing.
  private static final class SilentTable implements DynamoDbClient {
    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      throw SdkClientException.create("the table does not answer");
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      throw SdkClientException.create("the table does not answer");
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
