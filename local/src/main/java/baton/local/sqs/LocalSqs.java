package baton.local.sqs;

import baton.local.http.LoopbackServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// SQS on this machine, over the JSON protocol of today's SDKs. Own code, because ElasticMQ's REST part of the current
/// version is not on the registry, and because it would bring Scala and Pekko for what fits in a few hundred lines.
public final class LocalSqs implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTENT_TYPE = "application/x-amz-json-1.0";

  private final InstantSource clock;
  private final Map<String, MessageQueue> queues = new ConcurrentHashMap<>();
  private final KeptMessages kept;
  private final LoopbackServer server;

  private LocalSqs(InstantSource clock, KeptMessages kept) {
    this.clock = clock;
    this.kept = kept;
    this.server = LoopbackServer.start(0, this::handle);
  }

  /// Starts it on a free port; `clock` decides what is visible, delayed or a duplicate.
  public static LocalSqs start(InstantSource clock) {
    return start(clock, Optional.empty());
  }

  /// The same, with a file that keeps the messages from `close()` on until the queues are created again.
  public static LocalSqs start(InstantSource clock, Optional<Path> file) {
    return new LocalSqs(clock, new KeptMessages(file));
  }

  /// Where it answers, for instance as `AWS_ENDPOINT_URL_SQS`.
  public URI endpoint() {
    return server.uri();
  }

  /// Creates a queue; one that is there already stays as it is.
  public MessageQueue create(String name, Map<String, String> attributes) {
    return queues.computeIfAbsent(name, _ -> {
      var queue = new MessageQueue(new QueueSettings(name, Map.copyOf(attributes)), clock, this::byArn);
      queue.restore(kept.of(name));
      return queue;
    });
  }

  /// The queue with this name.
  public MessageQueue queue(String name) {
    var queue = queues.get(name);
    if (queue == null) {
      throw SqsException.unknownQueue();
    }
    return queue;
  }

  /// The queue with this ARN.
  public MessageQueue byArn(String arn) {
    return queue(arn.substring(arn.lastIndexOf(':') + 1));
  }

  /// The address of a queue.
  public String url(String name) {
    return endpoint() + "/000000000000/" + name;
  }

  @Override
  public void close() {
    server.close();
    kept.write(queues.values());
  }

  private void handle(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
    try {
      var target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
      var request = JSON.readTree(exchange.getRequestBody());
      var reply = new SqsOperations(this).run(target.substring(target.indexOf('.') + 1), request);
      LoopbackServer.answer(exchange, 200, CONTENT_TYPE, JSON.writeValueAsBytes(reply));
    } catch (SqsException e) {
      exchange.getResponseHeaders().set("x-amzn-query-error", e.queryCode + ";Sender");
      LoopbackServer.answer(exchange, 400, CONTENT_TYPE, error(e));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the run is ending; the caller sees a broken connection
    }
  }

  MessageQueue named(JsonNode request) {
    var url = request.path("QueueUrl").asText();
    return queue(url.substring(url.lastIndexOf('/') + 1));
  }

  Iterable<String> names() {
    return queues.keySet();
  }

  private static byte[] error(SqsException e) throws IOException {
    return JSON.writeValueAsBytes(
        Map.of("__type", "com.amazonaws.sqs#" + e.type, "message", String.valueOf(e.getMessage())));
  }
}
