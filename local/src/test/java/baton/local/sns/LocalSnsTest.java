package baton.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import baton.local.MovableClock;
import baton.local.http.LoopbackServer;
import baton.local.sqs.LocalSqs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Topic;

class LocalSnsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:Listener";

  private record Call(String function, JsonNode event) {}

  private record Post(Map<String, List<String>> headers, String body) {}

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private LocalSqs sqs;
  private LocalSns sns;
  private SnsClient client;
  private String topic;
  private volatile boolean functionThrottled;

  @BeforeEach
  void start() {
    var clock = new MovableClock();
    sqs = LocalSqs.start(clock);
    sns = LocalSns.start(sqs, this::invoke, Duration.ofMillis(1), clock);
    client = SnsClient.builder().endpointOverride(sns.endpoint()).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))).build();
    topic = client.createTopic(t -> t.name("events")).topicArn();
  }

  @AfterEach
  void stop() {
    client.close();
    sns.close();
    sqs.close();
  }

  @Test
  void a_function_gets_the_event_that_lambda_would_hand_it() {
    var subscription = subscribe("lambda", FUNCTION, Map.of());

    var id = client.publish(p -> p.topicArn(topic).message("{\"x\":1}").subject("s")
        .messageAttributes(Map.of("kind", text("taken"), "recipients", array("[\"ana\",\"ben\"]")))).messageId();

    await().until(() -> calls.size() == 1);
    assertThat(calls.getFirst().function).isEqualTo(FUNCTION);
    var record = calls.getFirst().event.path("Records").path(0);
    assertThat(record.path("EventSource").asText()).isEqualTo("aws:sns");
    assertThat(record.path("EventSubscriptionArn").asText()).isEqualTo(subscription);
    var message = record.path("Sns");
    assertThat(message.path("Type").asText()).isEqualTo("Notification");
    assertThat(message.path("MessageId").asText()).isEqualTo(id);
    assertThat(message.path("TopicArn").asText()).isEqualTo(topic);
    assertThat(message.path("Subject").asText()).isEqualTo("s");
    assertThat(message.path("Message").asText()).isEqualTo("{\"x\":1}");
    assertThat(message.path("Timestamp").asText()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(message.path("MessageAttributes").path("recipients").path("Type").asText()).isEqualTo("String.Array");
    assertThat(message.path("MessageAttributes").path("recipients").path("Value").asText())
        .isEqualTo("[\"ana\",\"ben\"]");
  }

  @Test
  void a_filter_policy_picks_by_attributes_arrays_included() {
    var ana = queue("ana");
    subscribe("sqs", ana,
        Map.of("FilterPolicy", "{\"recipients\":[\"ana\"],\"size\":[{\"numeric\":[\">\",3]}]}", "RawMessageDelivery",
        "true"));

    publish("for ana", Map.of("recipients", array("[\"ana\",\"ben\"]"), "size", number("4")));
    publish("for ben", Map.of("recipients", array("[\"ben\"]"), "size", number("4")));
    publish("too small", Map.of("recipients", array("[\"ana\"]"), "size", number("3")));
    publish("nobody said", Map.of());
    publish("for ana again", Map.of("recipients", array("[\"ana\"]"), "size", number("5")));

    await().untilAsserted(() -> assertThat(bodies("ana")).containsExactlyInAnyOrder("for ana", "for ana again"));
  }

  @Test
  void a_filter_policy_may_look_at_the_body() {
    subscribe("sqs", queue("opened"),
        Map.of("FilterPolicy", "{\"type\":[{\"prefix\":\"opened\"}]}", "FilterPolicyScope", "MessageBody",
        "RawMessageDelivery", "true"));

    publish("no json", Map.of());
    publish("{\"type\":\"closed\"}", Map.of());
    publish("{\"type\":\"opened\"}", Map.of());

    await().untilAsserted(() -> assertThat(bodies("opened")).containsExactly("{\"type\":\"opened\"}"));
  }

  @Test
  void a_queue_gets_the_envelope_unless_it_wants_the_raw_message() throws Exception {
    subscribe("sqs", queue("enveloped"), Map.of());

    publish("hello", Map.of("kind", text("taken")));

    await().until(() -> bodies("enveloped").size() == 1);
    var envelope = JSON.readTree(bodies("enveloped").getFirst());
    assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
    assertThat(envelope.path("Message").asText()).isEqualTo("hello");
    assertThat(envelope.path("MessageAttributes").path("kind").path("Value").asText()).isEqualTo("taken");
  }

  @Test
  void an_http_endpoint_confirms_first_and_then_gets_the_real_headers() throws Exception {
    var posts = new CopyOnWriteArrayList<Post>();
    try (var endpoint = LoopbackServer.start(0, exchange -> {
      posts.add(new Post(Map.copyOf(exchange.getRequestHeaders()),
          new String(exchange.getRequestBody().readAllBytes())));
      LoopbackServer.send(exchange, 200, new byte[0]);
    })) {
      assertThat(subscribe("http", endpoint.uri().toString(), Map.of())).isEqualTo("pending confirmation");
      publish("too early", Map.of());
      await().until(() -> posts.size() == 1);
      var confirmation = JSON.readTree(posts.getFirst().body);
      assertThat(confirmation.path("Type").asText()).isEqualTo("SubscriptionConfirmation");
      assertThat(confirmation.path("Token").asText()).isNotEmpty();
      get(confirmation.path("SubscribeURL").asText());

      publish("hello", Map.of());

      await().until(() -> posts.size() == 2);
      assertThat(posts.getLast().headers.get("X-amz-sns-message-type")).containsExactly("Notification");
      assertThat(posts.getLast().headers.get("X-amz-sns-topic-arn")).containsExactly(topic);
      assertThat(posts.getLast().headers.get("Content-type")).containsExactly("text/plain; charset=UTF-8");
      assertThat(JSON.readTree(posts.getLast().body).path("Message").asText()).isEqualTo("hello");
    }
  }

  @Test
  void what_cannot_be_delivered_goes_to_the_dead_letter_queue_of_its_subscription() throws Exception {
    functionThrottled = true;
    subscribe("lambda", FUNCTION, Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"" + queue("dead") + "\"}"));

    publish("lost", Map.of());

    await().until(() -> bodies("dead").size() == 1);
    assertThat(calls).hasSize(4);
    assertThat(JSON.readTree(bodies("dead").getFirst()).path("Message").asText()).isEqualTo("lost");
  }

  @Test
  void a_batch_publishes_each_entry_with_its_own_attributes() {
    subscribe("sqs", queue("kinds"), Map.of("FilterPolicy", "{\"kind\":[\"b\"]}", "RawMessageDelivery", "true"));

    var reply = client.publishBatch(p -> p.topicArn(topic).publishBatchRequestEntries(
        PublishBatchRequestEntry.builder().id("1").message("one").messageAttributes(Map.of("kind", text("a"))).build(),
        PublishBatchRequestEntry.builder().id("2").message("two & <two>").messageAttributes(Map.of("kind", text("b")))
        .build()));

    assertThat(reply.successful()).extracting(entry -> entry.id()).containsExactly("1", "2");
    await().untilAsserted(() -> assertThat(bodies("kinds")).containsExactly("two & <two>"));
  }

  @Test
  void a_listener_hears_everything_in_the_order_of_publishing() {
    var heard = new CopyOnWriteArrayList<String>();
    sns.onPublish(notification -> heard.add(notification.message()));

    List.of("1", "2", "3").forEach(message -> publish(message, Map.of()));

    assertThat(heard).containsExactly("1", "2", "3");
  }

  @Test
  void topics_and_subscriptions_can_be_listed_and_ended() {
    var subscription = subscribe("lambda", FUNCTION, Map.of());
    assertThat(client.listTopics().topics()).extracting(Topic::topicArn).containsExactly(topic);
    assertThat(client.listSubscriptionsByTopic(t -> t.topicArn(topic)).subscriptions())
        .extracting(Subscription::subscriptionArn).containsExactly(subscription);

    client.unsubscribe(s -> s.subscriptionArn(subscription));

    assertThat(client.listSubscriptionsByTopic(t -> t.topicArn(topic)).subscriptions()).isEmpty();
  }

  @Test
  void errors_are_the_ones_the_client_knows() {
    assertThatThrownBy(() -> client.publish(p -> p.topicArn(topic + "x").message("m")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> subscribe("lambda", FUNCTION, Map.of("FilterPolicy", "{\"a\":[{\"odd\":1}]}")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> subscribe("sms", "+1", Map.of())).isInstanceOf(InvalidParameterException.class);
  }

  private void invoke(String function, JsonNode event) {
    calls.add(new Call(function, event));
    if (functionThrottled) {
      throw new IllegalStateException("throttled");
    }
  }

  private String subscribe(String protocol, String endpoint, Map<String, String> attributes) {
    return client.subscribe(s -> s.topicArn(topic).protocol(protocol).endpoint(endpoint).attributes(attributes)
        .returnSubscriptionArn(true)).subscriptionArn();
  }

  private void publish(String message, Map<String, MessageAttributeValue> attributes) {
    client.publish(p -> p.topicArn(topic).message(message).messageAttributes(attributes));
  }

  private String queue(String name) {
    sqs.create(name, Map.of());
    return "arn:aws:sqs:us-east-1:000000000000:" + name;
  }

  private List<String> bodies(String queue) {
    return sqs.queue(queue).bodies();
  }

  private static void get(String url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static MessageAttributeValue array(String value) {
    return MessageAttributeValue.builder().dataType("String.Array").stringValue(value).build();
  }

  private static MessageAttributeValue number(String value) {
    return MessageAttributeValue.builder().dataType("Number").stringValue(value).build();
  }
}
