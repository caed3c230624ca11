package baton.local.sqs;

import baton.local.sqs.SqsMessage.SendRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The operations of SQS that are known here, from JSON to JSON.
record SqsOperations(LocalSqs sqs) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  JsonNode run(String operation, JsonNode request) throws InterruptedException {
    return switch (operation) {
      case "CreateQueue" -> createQueue(request);
      case "GetQueueUrl" ->
          JSON.objectNode().put("QueueUrl", sqs.url(sqs.queue(request.path("QueueName").asText()).name()));
      case "ListQueues" -> listQueues();
      case "GetQueueAttributes" -> attributes(request);
      case "SendMessage" -> sent(sqs.named(request), request);
      case "SendMessageBatch" -> batch(request, entry -> sent(sqs.named(request), entry));
      case "ReceiveMessage" -> receive(request);
      case "DeleteMessage" -> delete(sqs.named(request), request);
      case "DeleteMessageBatch" -> batch(request, entry -> delete(sqs.named(request), entry));
      case "ChangeMessageVisibility" -> changeVisibility(sqs.named(request), request);
      case "ChangeMessageVisibilityBatch" -> batch(request, entry -> changeVisibility(sqs.named(request), entry));
      case "PurgeQueue" -> {
        sqs.named(request).purge();
        yield JSON.objectNode();
      }
      default -> throw new SqsException("UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation",
          operation + " is not known by the local run");
    };
  }

  private JsonNode createQueue(JsonNode request) {
    var attributes = new HashMap<String, String>();
    request.path("Attributes").properties().forEach(a -> attributes.put(a.getKey(), a.getValue().asText()));
    return JSON.objectNode()
        .put("QueueUrl", sqs.url(sqs.create(request.path("QueueName").asText(), attributes).name()));
  }

  private JsonNode listQueues() {
    var reply = JSON.objectNode();
    var urls = reply.putArray("QueueUrls");
    sqs.names().forEach(name -> urls.add(sqs.url(name)));
    return reply;
  }

  private JsonNode attributes(JsonNode request) {
    var queue = sqs.named(request);
    var asked = names(request.path("AttributeNames"));
    var reply = JSON.objectNode();
    var attributes = reply.putObject("Attributes");
    queue.attributes().forEach((name, value) -> putIf(asked, attributes, name, value));
    putIf(asked, attributes, "QueueArn", "arn:aws:sqs:us-east-1:000000000000:" + queue.name());
    return reply;
  }

  private static ObjectNode sent(MessageQueue queue, JsonNode request) {
    var body = request.path("MessageBody").asText();
    var attributes = request.path("MessageAttributes");
    var message = queue.send(new SendRequest(body, attributes, text(request, "MessageGroupId"),
        text(request, "MessageDeduplicationId"), text(request, "DelaySeconds").map(Integer::valueOf)));
    var reply = JSON.objectNode().put("MessageId", message.id)
        .put("MD5OfMessageBody", QueueSettings.digest("MD5", body.getBytes(StandardCharsets.UTF_8)));
    if (!attributes.isEmpty()) {
      reply.put("MD5OfMessageAttributes", AttributeDigest.md5(attributes));
    }
    return queue.name().endsWith(".fifo") ? reply.put("SequenceNumber", "%020d".formatted(message.sequence)) : reply;
  }

  private JsonNode receive(JsonNode request) throws InterruptedException {
    var queue = sqs.named(request);
    var asked = names(request.path("MessageSystemAttributeNames"));
    asked.addAll(names(request.path("AttributeNames")));
    var withAttributes = !request.path("MessageAttributeNames").isEmpty();
    var wait = text(request, "WaitTimeSeconds")
        .or(() -> Optional.ofNullable(queue.attributes().get("ReceiveMessageWaitTimeSeconds")));
    var received = queue.receive(request.path("MaxNumberOfMessages").asInt(1),
        text(request, "VisibilityTimeout").map(Long::valueOf).map(Duration::ofSeconds),
        wait.map(Long::valueOf).map(Duration::ofSeconds).orElse(Duration.ZERO));
    var reply = JSON.objectNode();
    var messages = reply.putArray("Messages");
    received.forEach(message -> messages.add(message(message, asked, withAttributes)));
    return reply;
  }

  private static JsonNode message(ReceivedMessage message, Set<String> asked, boolean withAttributes) {
    var json = JSON.objectNode().put("MessageId", message.id()).put("ReceiptHandle", message.receipt())
        .put("Body", message.body())
        .put("MD5OfBody", message.bodyMd5());
    var system = json.putObject("Attributes");
    message.systemAttributes().forEach((name, value) -> putIf(asked, system, name, value));
    if (withAttributes && !message.attributes().isEmpty()) {
      json.set("MessageAttributes", message.attributes());
      json.put("MD5OfMessageAttributes", AttributeDigest.md5(message.attributes()));
    }
    return json;
  }

  private static ObjectNode delete(MessageQueue queue, JsonNode request) {
    queue.delete(request.path("ReceiptHandle").asText());
    return JSON.objectNode();
  }

  private static ObjectNode changeVisibility(MessageQueue queue, JsonNode request) {
    queue.changeVisibility(request.path("ReceiptHandle").asText(),
        Duration.ofSeconds(request.path("VisibilityTimeout").asLong()));
    return JSON.objectNode();
  }

  private static JsonNode batch(JsonNode request, Function<JsonNode, ObjectNode> each) {
    var reply = JSON.objectNode();
    var successful = reply.putArray("Successful");
    var failed = reply.putArray("Failed");
    request.path("Entries").forEach(entry -> {
      var id = entry.path("Id").asText();
      try {
        successful.add(each.apply(entry).put("Id", id));
      } catch (SqsException e) {
        failed.addObject().put("Id", id).put("SenderFault", true).put("Code", e.type).put("Message", e.getMessage());
      }
    });
    return reply;
  }

  private static Optional<String> text(JsonNode node, String name) {
    return node.hasNonNull(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
  }

  private static Set<String> names(JsonNode list) {
    var names = new HashSet<String>();
    list.forEach(name -> names.add(name.asText()));
    return names;
  }

  private static void putIf(Set<String> asked, ObjectNode attributes, String name, String value) {
    if (asked.contains("All") || asked.contains(name)) {
      attributes.put(name, value);
    }
  }
}
