package baton.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.dynamodblocal.DynamoDbLocal;
import baton.local.template.EventSource.Stream;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamMappingTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static DynamoDbLocal database;
  private static int tables;

  private final FakeFunction function = new FakeFunction();
  private final Gate gate = new Gate();
  private TableEndpoint endpoint;
  private String table;

  @BeforeAll
  static void startDatabase() {
    database = DynamoDbLocal.start();
  }

  @AfterAll
  static void stopDatabase() {
    database.close();
  }

  @BeforeEach
  void createTable() throws Exception {
    endpoint = new TableEndpoint(database.endpoint());
    table = "table-" + tables++;
    endpoint.table("CreateTable", (ObjectNode) JSON.readTree("""
        {"TableName":"%s","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
         "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
         "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}""".formatted(table)));
  }

  @AfterEach
  void closeEndpoint() {
    endpoint.close();
  }

  @Test
  void a_record_arrives_in_the_shape_of_lambda() throws Exception {
    put("a", "event");
    try (var _ = mapping(Optional.empty())) {
      await().until(() -> function.events.size() == 1);
    }
    var record = function.events.getFirst().path("Records").path(0);
    assertThat(record.path("eventName").asText()).isEqualTo("INSERT");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:dynamodb");
    assertThat(record.path("eventSourceARN").asText()).isEqualTo(arn());
    assertThat(record.path("awsRegion").asText()).isEqualTo("us-east-1");
    assertThat(record.path("eventID").asText()).isNotEmpty();
    var change = record.path("dynamodb");
    assertThat(change.path("Keys")).hasToString("{\"pk\":{\"S\":\"a\"}}");
    assertThat(change.path("NewImage").path("item").path("S").asText()).isEqualTo("event");
    assertThat(change.path("StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(change.path("SequenceNumber").asText()).isNotEmpty();
    assertThat(change.path("ApproximateCreationDateTime").asDouble()).isGreaterThan(1.7e9);
  }

  @Test
  void only_what_the_filter_wants_arrives_in_order_and_in_batches() throws Exception {
    put("head", "head");
    for (var i = 0; i < 7; i++) {
      put("e" + i, "event");
    }
    put("e0", "event"); // a change, no insert
    put("last", "event");
    try (var _ = mapping(Optional.empty())) {
      await().until(() -> keys().contains("last"));
    }
    assertThat(keys()).containsExactly("e0", "e1", "e2", "e3", "e4", "e5", "e6", "last");
    assertThat(function.batches(StreamMappingTest::key))
        .allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(3));
  }

  @Test
  void a_shut_gate_holds_everything_back_until_it_opens() throws Exception {
    gate.shut();
    put("a", "event");
    var free = new FakeFunction();
    try (var _ = mapping(Optional.empty()); var _ = mapping(Optional.empty(), free, new Gate())) {
      await().until(() -> free.events.size() == 1); // by then the other one has had the time, too
      assertThat(function.events).isEmpty();
      gate.open();
      await().until(() -> keys().equals(List.of("a")));
    }
  }

  @Test
  void a_kept_position_goes_on_where_it_stopped(@TempDir Path folder) throws Exception {
    var position = Optional.of(folder.resolve("position.json"));
    put("before", "event");
    try (var _ = mapping(position)) {
      await().until(() -> keys().contains("before"));
      await().until(() -> position.get().toFile().exists());
    }
    put("meanwhile", "event");
    try (var _ = mapping(position)) {
      await().until(() -> keys().contains("meanwhile"));
    }
    assertThat(keys()).containsExactly("before", "meanwhile");
  }

  private StreamMapping mapping(Optional<Path> position) throws Exception {
    return mapping(position, function, gate);
  }

  private StreamMapping mapping(Optional<Path> position, FakeFunction function, Gate gate) throws Exception {
    var filter = JSON.readTree(
        "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"NewImage\":{\"item\":{\"S\":[\"event\",\"message\"]}}}}");
    var source = new Stream("Publish", arn(), true, 3, List.of(filter), true, 3, Optional.empty(), true,
        Optional.empty());
    return StreamMapping.start(source,
        new StreamMapping.Surroundings("arn:f", endpoint, "us-east-1", function, _ -> { }, gate, position,
        Clock.systemUTC(), Duration.ofMillis(1)));
  }

  private String arn() {
    return "arn:aws:dynamodb:us-east-1:000000000000:table/" + table + "/stream/local";
  }

  private void put(String key, String item) throws Exception {
    var request = TableEndpoint.request().put("TableName", table);
    var json = request.putObject("Item");
    json.putObject("pk").put("S", key);
    json.putObject("item").put("S", item);
    json.putObject("at").put("N", String.valueOf(System.nanoTime()));
    endpoint.table("PutItem", request);
  }

  private List<String> keys() {
    return function.batches(StreamMappingTest::key).stream().flatMap(List::stream).toList();
  }

  private static String key(JsonNode record) {
    return record.path("dynamodb").path("Keys").path("pk").path("S").asText();
  }
}
