package baton.local.sns;

import static java.util.concurrent.TimeUnit.SECONDS;

import baton.local.sqs.LocalSqs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/// Brings notifications to subscribers, each on a thread of its own and so in no order. What fails is tried again,
/// sooner than in AWS, and then put into the subscription's dead-letter queue.
final class Deliveries implements AutoCloseable {

  private static final int ATTEMPTS = 4;

  private final LocalSqs queues;
  private final BiConsumer<String, JsonNode> functions;
  private final Duration pause;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Deliveries(LocalSqs queues, BiConsumer<String, JsonNode> functions, Duration pause) {
    this.queues = queues;
    this.functions = functions;
    this.pause = pause;
  }

  void start(Subscription subscription, Notification notification) {
    threads.execute(() -> {
      try {
        deliverOrSetAside(subscription, notification);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt(); // the run is ending
      }
    });
  }

  /// Asks an HTTP endpoint to confirm that it wants to be subscribed.
  void requestConfirmation(Subscription subscription, Notification request, String token, URI confirmAt) {
    var body = request.envelope("SubscriptionConfirmation").put("Token", token)
        .put("SubscribeURL", confirmAt.toString());
    threads.execute(() -> {
      try {
        post(subscription, "SubscriptionConfirmation", request.id(), body.toString());
      } catch (IOException e) {
        System.err.println("SNS: " + subscription.endpoint() + " was not asked to confirm: " + e);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    });
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(1, SECONDS); // what is on its way to a function or a queue is there at once
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
    http.shutdownNow();
  }

  private void deliverOrSetAside(Subscription subscription, Notification notification) throws InterruptedException {
    for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        deliver(subscription, notification);
        return;
      } catch (IOException | RuntimeException e) {
        if (attempt == ATTEMPTS) {
          System.err.println("SNS: giving up on " + subscription.endpoint() + ": " + e);
          break;
        }
        Thread.sleep(pause.multipliedBy(1L << attempt));
      }
    }
    subscription.deadLetterArn().ifPresent(arn ->
        queues.byArn(arn).send(notification.envelope("Notification").toString(),
            JsonNodeFactory.instance.objectNode()));
  }

  private void deliver(Subscription subscription, Notification notification) throws IOException, InterruptedException {
    switch (subscription.protocol()) {
      case "lambda" -> functions.accept(subscription.endpoint(), event(subscription, notification));
      case "sqs" -> toQueue(subscription, notification);
      default -> post(subscription, "Notification", notification.id(),
          subscription.raw() ? notification.message() : envelope(subscription, notification).toString());
    }
  }

  private static JsonNode event(Subscription subscription, Notification notification) {
    var event = JsonNodeFactory.instance.objectNode();
    event.putArray("Records").add(notification.lambdaRecord(subscription.arn()));
    return event;
  }

  private void toQueue(Subscription subscription, Notification notification) {
    var queue = queues.byArn(subscription.endpoint());
    if (subscription.raw()) {
      var attributes = JsonNodeFactory.instance.objectNode();
      notification.attributes()
          .forEach((name, attribute) -> attributes.putObject(name).put("DataType", attribute.type())
          .put(attribute.type().startsWith("Binary") ? "BinaryValue" : "StringValue", attribute.value()));
      queue.send(notification.message(), attributes);
    } else {
      queue.send(envelope(subscription, notification).toString(), JsonNodeFactory.instance.objectNode());
    }
  }

  private static ObjectNode envelope(Subscription subscription, Notification notification) {
    return notification.envelope("Notification").put("UnsubscribeURL", subscription.arn());
  }

  private void post(Subscription subscription, String type, String id, String body)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(subscription.endpoint())).timeout(Duration.ofSeconds(15))
        .header("Content-Type", "text/plain; charset=UTF-8")
        .header("User-Agent", "Amazon Simple Notification Service Agent")
        .header("x-amz-sns-message-type", type)
        .header("x-amz-sns-message-id", id)
        .header("x-amz-sns-topic-arn", subscription.topicArn())
        .header("x-amz-sns-subscription-arn", subscription.arn());
    if (subscription.raw()) {
      request.header("x-amz-sns-rawdelivery", "true");
    }
    var status = http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException("HTTP " + status);
    }
  }
}
