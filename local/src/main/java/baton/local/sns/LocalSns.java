package baton.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.local.http.LoopbackServer;
import baton.local.sqs.LocalSqs;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// SNS on this machine, over its query protocol, for standard topics; own code, because no maintained emulator is on
/// the registries. It delivers to functions, queues and HTTP endpoints, with filter policies and dead-letter queues.
public final class LocalSns implements AutoCloseable {

  private final Topics topics = new Topics();
  private final List<Consumer<Notification>> listeners = new CopyOnWriteArrayList<>();
  private final Deliveries deliveries;
  private final InstantSource clock;
  private final LoopbackServer server;

  private LocalSns(Deliveries deliveries, InstantSource clock) {
    this.deliveries = deliveries;
    this.clock = clock;
    this.server = LoopbackServer.start(0, this::handle);
  }

  /// Starts it on a free port. `functions` takes a function's ARN and the event for it, and throws when it cannot;
  /// `pause` is how long a failed delivery waits at first.
  public static LocalSns start(LocalSqs queues, BiConsumer<String, JsonNode> functions, Duration pause,
      InstantSource clock) {
    return new LocalSns(new Deliveries(queues, functions, pause), clock);
  }

  /// Where it answers, for instance as `AWS_ENDPOINT_URL_SNS`.
  public URI endpoint() {
    return server.uri();
  }

  /// Creates a topic; one that is there already stays as it is.
  public void create(String arn) {
    topics.create(arn);
  }

  /// Subscribes an endpoint with the attributes that `Subscribe` takes, and returns the subscription's ARN.
  public String subscribe(String topicArn, String protocol, String endpoint, Map<String, String> attributes) {
    var subscription = topics.requested(topicArn, protocol, endpoint, attributes);
    if (protocol.startsWith("http")) {
      var token = topics.await(subscription);
      deliveries.requestConfirmation(subscription, confirmation(topicArn), token, confirmAt(topicArn, token));
      return "pending confirmation";
    }
    topics.add(subscription);
    return subscription.arn();
  }

  /// Is told of everything that is published, whoever subscribed to it.
  public void onPublish(Consumer<Notification> listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    server.close();
    deliveries.close();
  }

  private Notification confirmation(String topicArn) {
    var message = "You have chosen to subscribe to the topic " + topicArn
        + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.";
    return new Notification(UUID.randomUUID().toString(), topicArn, Optional.empty(), message, Map.of(),
        clock.instant());
  }

  private URI confirmAt(String topicArn, String token) {
    return URI.create(endpoint() + "/?Action=ConfirmSubscription&TopicArn=" + URLEncoder.encode(topicArn, UTF_8)
        + "&Token=" + token);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      var form = exchange.getRequestMethod().equals("GET")
          ? Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")
          : new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var reply = run(QueryForm.parse(form));
      LoopbackServer.answer(exchange, 200, "text/xml", reply.getBytes(UTF_8));
    } catch (SnsException e) {
      LoopbackServer.answer(exchange, e.status, "text/xml", SnsXml.error(e).getBytes(UTF_8));
    }
  }

  private String run(QueryForm form) {
    var action = form.text("Action");
    return SnsXml.reply(action, switch (action) {
      case "CreateTopic" -> createTopic(form.text("Name"));
      case "ListTopics" -> SnsXml.around("Topics", members(topics.arns(), arn -> SnsXml.element("TopicArn", arn)));
      case "Subscribe" -> SnsXml.element("SubscriptionArn",
          subscribe(form.text("TopicArn"), form.text("Protocol"), form.text("Endpoint"), form.map("Attributes")));
      case "ConfirmSubscription" -> SnsXml.element("SubscriptionArn", topics.confirm(form.text("Token")).arn());
      case "ListSubscriptionsByTopic" ->
          SnsXml.around("Subscriptions", members(topics.subscriptions(form.text("TopicArn")), LocalSns::member));
      case "Unsubscribe" -> {
        topics.remove(form.text("SubscriptionArn"));
        yield "";
      }
      case "Publish" -> SnsXml.element("MessageId", publish(form.text("TopicArn"), form));
      case "PublishBatch" -> publishBatch(form);
      default -> throw SnsException.unknownAction(action);
    });
  }

  private String createTopic(String name) {
    var arn = "arn:aws:sns:us-east-1:000000000000:" + name;
    create(arn);
    return SnsXml.element("TopicArn", arn);
  }

  private static String member(Subscription subscription) {
    return SnsXml.element("SubscriptionArn", subscription.arn()) + SnsXml.element("TopicArn", subscription.topicArn())
        + SnsXml.element("Protocol", subscription.protocol()) + SnsXml.element("Endpoint", subscription.endpoint())
        + SnsXml.element("Owner", "000000000000");
  }

  private String publishBatch(QueryForm form) {
    var entries = form.list("PublishBatchRequestEntries.member");
    if (entries.isEmpty() || entries.size() > 10) {
      throw SnsException.invalid("a batch has 1 to 10 entries, not " + entries.size());
    }
    var successful = members(entries, entry ->
        SnsXml.element("Id", entry.text("Id")) + SnsXml.element("MessageId", publish(form.text("TopicArn"), entry)));
    return SnsXml.around("Successful", successful) + SnsXml.around("Failed", "");
  }

  private String publish(String topicArn, QueryForm form) {
    var notification = new Notification(UUID.randomUUID().toString(), topicArn, form.optional("Subject"),
        form.text("Message"),
        form.messageAttributes(), clock.instant());
    var subscriptions = topics.subscriptions(topicArn);
    listeners.forEach(listener -> listener.accept(notification));
    subscriptions.stream().filter(subscription -> subscription.wants(notification))
        .forEach(subscription -> deliveries.start(subscription, notification));
    return notification.id();
  }

  private static <T> String members(Iterable<T> items, Function<T, String> xml) {
    var members = new ArrayList<String>();
    items.forEach(item -> members.add(SnsXml.around("member", xml.apply(item))));
    return String.join("", members);
  }
}
