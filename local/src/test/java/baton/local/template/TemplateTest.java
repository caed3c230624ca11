package baton.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import baton.local.template.EventSource.Queue;
import baton.local.template.EventSource.Route;
import baton.local.template.EventSource.Schedule;
import baton.local.template.EventSource.Stream;
import baton.local.template.EventSource.Topic;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

  private static final LocalAccount ACCOUNT = LocalAccount.at(URI.create("http://localhost:9324"));

  @TempDir
  Path folder;

  @Test
  void globals_and_own_properties_make_a_function() throws Exception {
    var function = fixture(Map.of("TrustedIssuers", "[1]")).function("AuthorizeFunction");

    assertThat(function.jar().getFileName()).hasToString("functions.jar");
    assertThat(function.jar()).isAbsolute();
    assertThat(function.handler()).isEqualTo("baton.local.fixture.AuthorizeHandler");
    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(function.memory()).isEqualTo(512);
    assertThat(function.concurrency()).isEmpty();
    assertThat(function.environment()).containsOnly(
        Map.entry("TABLE_NAME", "baton-local-Table"),
        Map.entry("TOPIC", "arn:aws:sns:us-east-1:000000000000:baton-local-ConversationEvents"),
        Map.entry("NOTICES", "arn:aws:sns:us-east-1:000000000000:baton-local-notices"),
        Map.entry("QUEUE", "http://localhost:9324/000000000000/baton-local-outbound.fifo"),
        Map.entry("ISSUERS", "[1]"));
    assertThat(fixture(Map.of()).function("EchoFunction").timeout()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_condition_decides_with_the_parameters_given() throws Exception {
    assertThat(fixture(Map.of("Reserve", "true")).function("EchoFunction").concurrency()).contains(7);
    assertThat(fixture(Map.of()).queues()).extracting(QueueSpec::id)
        .containsExactly("DeadLetters", "Outbound", "OutboundDeadLetters");
  }

  @Test
  void the_api_knows_its_authorizer_even_by_its_alias() throws Exception {
    var template = fixture(Map.of());
    var api = template.api().orElseThrow();
    var routes = sources(template, Route.class);

    assertThat(routes).extracting(Route::key)
        .containsExactly("POST /webhooks/{channelId}", "GET /things/{id}", "GET /things/mine");
    assertThat(api.authorizer(routes.get(0))).isEmpty();
    assertThat(api.authorizer(routes.get(1))).hasValueSatisfying(authorizer -> {
      assertThat(authorizer.function()).isEqualTo("AuthorizeFunction");
      assertThat(authorizer.headers()).containsExactly("Authorization");
      assertThat(authorizer.cache()).isEqualTo(Duration.ofSeconds(60));
    });
    assertThat(api.cors())
        .hasValueSatisfying(cors ->
        assertThat(cors.origins()).containsExactly("https://a.example", "https://b.example"));
  }

  @Test
  void an_authorizer_that_is_not_there_is_an_error_and_never_an_open_door() throws Exception {
    var api = fixture(Map.of()).api().orElseThrow();
    var route = new Route("EchoFunction", "GET", "/x", Optional.of("Missing"), Duration.ofSeconds(30));

    assertThatThrownBy(() -> api.authorizer(route)).isInstanceOf(TemplateException.class)
        .hasMessageContaining("Missing");
  }

  @Test
  void the_stream_mapping_is_read_to_its_last_property() throws Exception {
    assertThat(sources(fixture(Map.of()), Stream.class)).singleElement().satisfies(stream -> {
      assertThat(Arns.tableOfStream(stream.streamArn())).isEqualTo("baton-local-Table");
      assertThat(stream.fromTheBeginning()).isTrue();
      assertThat(stream.batchSize()).isEqualTo(25);
      assertThat(stream.bisect()).isTrue();
      assertThat(stream.maximumRetries()).isEqualTo(3);
      assertThat(stream.maximumAge()).contains(Duration.ofHours(6));
      assertThat(stream.partialFailures()).isTrue();
      assertThat(stream.onFailureArn()).contains("arn:aws:sqs:us-east-1:000000000000:baton-local-DeadLetters");
      assertThat(stream.filters()).singleElement()
          .satisfies(filter -> assertThat(filter.path("eventName").path(0).asText()).isEqualTo("INSERT"));
    });
  }

  @Test
  void topics_queues_and_schedules_are_read() throws Exception {
    var template = fixture(Map.of());

    assertThat(sources(template, Topic.class)).singleElement().satisfies(topic -> {
      assertThat(topic.filterPolicy())
          .hasValueSatisfying(policy -> assertThat(policy).hasToString("{\"type\":[\"conversation.assigned\"]}"));
      assertThat(topic.filtersBody()).isFalse();
      assertThat(topic.deadLetterArn()).isPresent();
    });
    assertThat(sources(template, Queue.class)).singleElement().isEqualTo(new Queue("DeliverFunction",
        "arn:aws:sqs:us-east-1:000000000000:baton-local-outbound.fifo", 5, List.of(), true, Optional.of(2)));
    assertThat(sources(template, Schedule.class)).singleElement().asInstanceOf(type(Schedule.class))
        .returns("rate(1 minute)", Schedule::expression).returns("{\"sweep\": \"due\"}", Schedule::input);
    assertThat(template.queues().get(1).attributes()).containsEntry("VisibilityTimeout", "60")
        .containsEntry("RedrivePolicy",
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:baton-local-outbound-dead.fifo\","
            + "\"maxReceiveCount\":5}");
    assertThat(template.function("NotifyFunction").async()).isEqualTo(new AsyncPolicy(1, Duration.ofHours(1),
        Optional.of("arn:aws:sqs:us-east-1:000000000000:baton-local-DeadLetters"), Optional.empty()));
  }

  @Test
  void a_table_becomes_what_create_table_is_told() throws Exception {
    var table = fixture(Map.of()).tables().getFirst();

    assertThat(table.createTable().path("StreamSpecification"))
        .hasToString("{\"StreamViewType\":\"NEW_AND_OLD_IMAGES\",\"StreamEnabled\":true}");
    assertThat(table.createTable().path("GlobalSecondaryIndexes")).hasSize(1);
    assertThat(table.createTable().has("PointInTimeRecoverySpecification")).isFalse();
    assertThat(table.expiresBy()).contains("expiresAt");
  }

  @Test
  void what_is_not_known_is_an_error_and_never_silence() {
    refused("Resources: {Q: {Type: 'AWS::Kinesis::Stream'}}", "Q: the local run does not know AWS::Kinesis::Stream");
    refused("Resources: {Q: {Type: 'AWS::SQS::Queue', Properties: {Colour: red}}}",
        "Q: the local run does not know Colour");
    refused(function("Layers: [x]"), "F: the local run does not know Layers");
    refused(function("Events: {E: {Type: Kinesis, Properties: {}}}"), "events of type Kinesis");
    refused(function("Events: {E: {Type: SQS, Properties: {Queue: 'a:b', Speed: 1}}}"), "does not know Speed");
    refused("Resources: {Q: {Type: 'AWS::SQS::Queue', Properties: {QueueName: !ImportValue x}}}", "Fn::ImportValue");
    refused("Resources: {Q: {Type: 'AWS::SQS::Queue', Properties: {QueueName: !Ref Nobody}}}", "called Nobody");
    refused("Parameters: {P: {Type: String}}", "the parameter P has no value");
    refused(function("Events: {E: {Type: SQS, Properties: {Queue: 'a:b', MaximumBatchingWindowInSeconds: 1}}}"),
        "does not know MaximumBatchingWindowInSeconds");
    refused(function("Events: {E: {Type: DynamoDB, Properties: {Stream: 'a:b', MaximumBatchingWindowInSeconds: 1}}}"),
        "MaximumBatchingWindowInSeconds 1 is not supported");
    refused(function("Events: {E: {Type: ScheduleV2, Properties: {ScheduleExpressionTimezone: Asia/Tokyo}}}"),
        "ScheduleExpressionTimezone Asia/Tokyo is not supported");
  }

  @Test
  void a_filter_pattern_that_is_no_json_is_found_at_once() {
    var filter = "FilterCriteria: {Filters: [{Pattern: '{body'}]}";
    refused(function("Events: {E: {Type: SQS, Properties: {Queue: 'a:b', " + filter + "}}}"), "not JSON");
  }

  @Test
  void a_failure_queue_without_its_type_is_refused_as_it_would_have_no_rights() {
    refused(function("EventInvokeConfig: {DestinationConfig: {OnFailure: {Destination: 'arn:q'}}}"), "Type: SQS");
  }

  @Test
  void a_parameter_that_the_template_does_not_have_cannot_be_given() {
    assertThatThrownBy(() -> fixture(Map.of("Tpyo", "x"))).isInstanceOf(TemplateException.class)
        .hasMessageContaining("Tpyo");
  }

  private static Template fixture(Map<String, String> parameters) throws Exception {
    return Template.read(Path.of(TemplateTest.class.getResource("/template.yaml").toURI()), parameters, ACCOUNT);
  }

  private static <T extends EventSource> List<T> sources(Template template, Class<T> type) {
    return template.eventSources().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static String function(String property) {
    return "Resources: {F: {Type: 'AWS::Serverless::Function', Properties: {CodeUri: a.jar, Handler: A, " + property
        + "}}}";
  }

  private void refused(String yaml, String because) {
    var file = folder.resolve("template.yaml");
    assertThatThrownBy(() -> {
      Files.writeString(file, yaml);
      Template.read(file, Map.of(), ACCOUNT);
    }).isInstanceOf(TemplateException.class).hasMessageContaining(because);
  }
}
