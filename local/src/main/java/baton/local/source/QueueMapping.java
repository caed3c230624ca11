package baton.local.source;

import baton.local.filter.EventPattern;
import baton.local.function.HostUnavailable;
import baton.local.function.Invoker;
import baton.local.sqs.MessageQueue;
import baton.local.sqs.ReceivedMessage;
import baton.local.template.EventSource.Queue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Brings a queue's messages to a function, as Lambda's event source mapping does: what was done is deleted, what
/// failed comes back after the queue's visibility timeout.
public final class QueueMapping implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int POLLERS = 5; // as many as Lambda starts with
  private static final Duration WAIT = Duration.ofMillis(200);

  private final Queue source;
  private final String region;
  private final MessageQueue queue;
  private final Invoker invoker;
  private final Gate gate;
  private final Predicate<JsonNode> filter;
  private final List<Repeating> pollers = new ArrayList<>();

  private QueueMapping(Queue source, String region, MessageQueue queue, Invoker invoker, Gate gate) {
    this.source = source;
    this.region = region;
    this.queue = queue;
    this.invoker = invoker;
    this.gate = gate;
    this.filter = EventPattern.anyOf(source.filters());
  }

  /// Starts polling.
  public static QueueMapping start(Queue source, String region, MessageQueue queue, Invoker invoker, Gate gate) {
    var mapping = new QueueMapping(source, region, queue, invoker, gate);
    for (var i = 0; i < Math.min(POLLERS, source.maximumConcurrency().orElse(POLLERS)); i++) {
      mapping.pollers.add(Repeating.start("queue " + queue.name(), mapping::poll));
    }
    return mapping;
  }

  @Override
  public void close() {
    pollers.forEach(Repeating::stop);
    pollers.forEach(Repeating::close);
  }

  private Duration poll() throws Exception {
    if (!invoker.available()) {
      return WAIT; // receiving would count against the message
    }
    return gate.pass(() -> {
      var wanted = wanted(queue.receive(source.batchSize(), Optional.empty(), WAIT));
      return wanted.isEmpty() ? Duration.ZERO : bring(wanted);
    });
  }

  private List<ReceivedMessage> wanted(List<ReceivedMessage> received) {
    var wanted = new ArrayList<ReceivedMessage>();
    for (var message : received) {
      if (filter.test(filtered(message))) {
        wanted.add(message);
      } else {
        queue.delete(message.receipt());
      }
    }
    return wanted;
  }

  private Duration bring(List<ReceivedMessage> messages) throws InterruptedException {
    var event = JsonNodeFactory.instance.objectNode();
    var records = event.putArray("Records");
    messages.forEach(message -> records.add(record(message)));
    try {
      var invocation = invoker.invoke(source.function(), event.toString().getBytes(StandardCharsets.UTF_8));
      var ids = messages.stream().map(ReceivedMessage::id).toList();
      var failed = BatchFailures.of(invocation, ids, source.partialFailures());
      messages.stream().filter(message -> !failed.contains(message.id()))
          .forEach(message -> queue.delete(message.receipt()));
      return Duration.ZERO;
    } catch (HostUnavailable _) {
      messages.forEach(message ->
          queue.changeVisibility(message.receipt(), Duration.ZERO)); // nothing has run: do not wait
      return WAIT;
    }
  }

  private JsonNode record(ReceivedMessage message) {
    var record = JsonNodeFactory.instance.objectNode().put("messageId", message.id())
        .put("receiptHandle", message.receipt())
        .put("body", message.body());
    var system = record.putObject("attributes");
    message.systemAttributes().forEach(system::put);
    var attributes = record.putObject("messageAttributes");
    message.attributes().properties().forEach(attribute -> {
      var json = attributes.putObject(attribute.getKey());
      json.put("dataType", attribute.getValue().path("DataType").asText());
      json.set("stringValue", attribute.getValue().get("StringValue"));
      json.set("binaryValue", attribute.getValue().get("BinaryValue"));
      json.putArray("stringListValues");
      json.putArray("binaryListValues");
    });
    return record.put("md5OfBody", message.bodyMd5()).put("eventSource", "aws:sqs")
        .put("eventSourceARN", source.queueArn())
        .put("awsRegion", region);
  }

  /// Filters see the body as JSON, where it is JSON.
  private JsonNode filtered(ReceivedMessage message) {
    var json = JsonNodeFactory.instance.objectNode().put("messageId", message.id());
    try {
      json.set("body", JSON.readTree(message.body()));
    } catch (JsonProcessingException _) {
      json.put("body", message.body());
    }
    return json;
  }
}
