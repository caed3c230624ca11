package baton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import baton.local.fixture.FixtureJar;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LocalBatonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  static Path folder;
  private static LocalBaton baton;
  private static DynamoDbClient table;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    baton = LocalBaton.start(Options.inMemory(FixtureJar.unpackedTo(folder)).withRunDir(folder));
    table = client(baton);
  }

  @AfterAll
  static void stop() {
    table.close();
    baton.close();
    HTTP.close();
  }

  @Test
  void a_request_goes_through_the_authorizer_to_the_handler() throws Exception {
    assertThat(get("/things/7", "").statusCode()).isEqualTo(401);
    assertThat(get("/things/7", "shut up").statusCode()).isEqualTo(403);

    var reply = get("/things/7", "open sesame");

    assertThat(reply.statusCode()).isEqualTo(200);
    var event = JSON.readTree(reply.body()).path("event");
    assertThat(event.path("routeKey").asText()).isEqualTo("GET /things/{id}");
    assertThat(event.path("requestContext").path("authorizer").path("lambda").path("agent").asText()).isEqualTo("ana");
  }

  @Test
  void what_is_put_into_the_table_reaches_the_assignees() throws Exception {
    put(table, "simple", "event");

    await().until(() -> noticesOf("simple").size() == 1);
    assertThat(noticesOf("simple").getFirst().attributes()).isEqualTo(Map.of("kind", "assigned"));
  }

  @Test
  void while_the_publisher_is_paused_nothing_is_lost() throws Exception {
    baton.pause("PublishFunction");
    put(table, "paused", "event");
    baton.tick("SweepFunction"); // something else runs meanwhile
    assertThat(get("/things/mine", "open sesame").statusCode()).isEqualTo(200);
    assertThat(noticesOf("paused")).isEmpty();
    baton.resume("PublishFunction");

    await().until(() -> noticesOf("paused").size() == 1);
  }

  @Test
  void killing_the_functions_loses_no_event() throws Exception {
    baton.killFunctions();
    put(table, "survivor", "event");
    assertThat(get("/things/mine", "open sesame").statusCode()).isIn(500, 503);
    baton.restartFunctions();

    await().until(() -> !noticesOf("survivor").isEmpty());
    assertThat(get("/things/mine", "open sesame").statusCode()).isEqualTo(200);
  }

  @Test
  void a_poison_record_ends_in_the_dead_letter_queue_of_the_template() throws Exception {
    put(table, "poison", "event");
    put(table, "healthy", "event");

    await().atMost(Duration.ofSeconds(20)).until(() -> noticesOf("healthy").size() == 1);
    await().until(() -> baton.queue("DeadLetters").bodies().stream()
        .anyMatch(body -> body.contains("RetryAttemptsExhausted")));
  }

  @Test
  void a_schedule_runs_when_it_is_told_to() throws Exception {
    var invocation = baton.tick("SweepFunction");

    assertThat(JSON.readTree(invocation.payload()).path("event")).hasToString("{\"sweep\":\"due\"}");
    assertThatThrownBy(() -> baton.tick("EchoFunction")).hasMessageContaining("no schedule");
  }

  @Test
  void with_a_data_folder_the_table_its_stream_and_the_tokens_survive_a_restart(@TempDir Path data) throws Exception {
    var options = Options.inMemory(folder.resolve("template.yaml")).withDataDir(data);
    var token = "";
    try (var first = LocalBaton.start(options); var client = client(first)) {
      token = first.issuer().trust("*").toString();
      put(client, "kept", "event");
      await().until(() -> first.notices().size() == 1);
      first.pause("PublishFunction");
      put(client, "unsent", "event");
    }
    try (var second = LocalBaton.start(options); var client = client(second)) {
      assertThat(client.scan(s -> s.tableName("baton-local-Table")).items()).hasSize(2);
      assertThat(second.issuer().trust("*")).hasToString(token);
      await().until(() -> !second.notices().isEmpty());
      assertThat(second.notices()).extracting(Notice::message)
          .allMatch(message -> message.contains("unsent") && !message.contains("kept"));
    }
  }

  @Test
  void a_taken_port_is_told_in_one_sentence() {
    var options = Options.inMemory(folder.resolve("template.yaml")).withRunDir(folder.resolve("second"))
        .withPort(baton.url().getPort());

    assertThatThrownBy(() -> LocalBaton.start(options))
        .hasMessageContaining("Port " + baton.url().getPort() + " is taken");
  }

  @Test
  void two_runs_never_share_a_folder() {
    var options = Options.inMemory(folder.resolve("template.yaml")).withRunDir(folder);

    assertThatThrownBy(() -> LocalBaton.start(options))
        .hasMessageContaining("runs in " + folder + " already").hasMessageContaining("--data");
    assertThat(baton.functionLog()).as("the log of the one that runs").exists();
  }

  @Test
  void a_file_instead_of_a_folder_is_told_in_one_sentence() throws Exception {
    var file = Files.writeString(folder.resolve("a-file"), "");
    var options = Options.inMemory(folder.resolve("template.yaml")).withDataDir(file);

    assertThatThrownBy(() -> LocalBaton.start(options)).hasMessage(file + " is no folder that can be written to");
  }

  @Test
  void functions_that_died_are_started_again() throws Exception {
    post("/webhooks/c", "please die");

    await().until(() -> get("/things/mine", "open sesame").statusCode() == 200);
  }

  @Test
  void whoever_listens_late_is_told_of_earlier_notices_too() {
    put(table, "early", "event");
    await().until(() -> noticesOf("early").size() == 1);

    var heard = new CopyOnWriteArrayList<Notice>();
    baton.onNotice(heard::add);

    assertThat(heard).extracting(Notice::message).anyMatch(message -> message.contains("early"));
  }

  @Test
  void with_a_data_folder_what_was_handed_to_queues_and_functions_survives_a_restart(@TempDir Path data)
      throws Exception {
    var options = Options.inMemory(folder.resolve("template.yaml")).withDataDir(data);
    try (var first = LocalBaton.start(options); var client = client(first)) {
      first.pause("NotifyFunction");
      put(client, "told", "event");
      first.pause("DeliverFunction");
      first.queue("Outbound").send("to be delivered", Optional.of("a group"));
      await().until(() -> Files.exists(data.resolve("position-PublishFunction.json"))); // SNS has it now
    }
    try (var second = LocalBaton.start(options)) {
      await().until(() -> second.notices().stream().anyMatch(notice -> notice.message().contains("told")));
      assertThat(second.queue("Outbound").bodies()).as("nobody can deliver it here").contains("to be delivered");
    }
  }

  @Test
  void a_database_that_died_is_told_in_one_sentence(@TempDir Path other) throws Exception {
    var before = databases();
    try (var baton = LocalBaton.start(
        Options.inMemory(folder.resolve("template.yaml")).withRunDir(other))) {
      databases().stream().filter(process -> !before.contains(process)).forEach(ProcessHandle::destroyForcibly);

      assertThat(baton.breakdown().get(20, TimeUnit.SECONDS)).isEqualTo(
          "the database's process has ended: start again");
    }
  }

  private static List<ProcessHandle> databases() {
    return ProcessHandle.current().descendants()
        .filter(process -> process.children().findAny().isEmpty())
        .filter(process -> List.of(process.info().arguments().orElse(new String[0])).contains("-sharedDb"))
        .toList();
  }

  private static void post(String path, String body) throws Exception {
    HTTP.send(HttpRequest.newBuilder(baton.url().resolve(path)).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.discarding());
  }

  private static List<Notice> noticesOf(String key) {
    return baton.notices().stream().filter(notice -> notice.message().contains(key)).toList();
  }

  private static void put(DynamoDbClient client, String key, String item) {
    client.putItem(p -> p.tableName("baton-local-Table")
        .item(Map.of("pk", text(key), "sk", text("#"), "item", text(item))));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    var request = HttpRequest.newBuilder(baton.url().resolve(path));
    return HTTP.send((token.isEmpty() ? request : request.header("Authorization", token)).build(),
        BodyHandlers.ofString());
  }

  private static DynamoDbClient client(LocalBaton baton) {
    return DynamoDbClient.builder().endpointOverride(baton.dynamoDb()).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))).build();
  }
}
