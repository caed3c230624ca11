package baton.local.sqs;

import baton.local.sqs.SqsMessage.SendRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The messages of all queues, kept in a file, if there is one, from the end of one run to the beginning of the next.
final class KeptMessages {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<Path> file;
  private final ObjectNode byQueue;

  KeptMessages(Optional<Path> file) {
    this.file = file;
    this.byQueue = file.filter(Files::exists).map(KeptMessages::read).orElseGet(JSON::createObjectNode);
  }

  List<SqsMessage> of(String queue) {
    return byQueue.path(queue).valueStream().map(KeptMessages::message).toList();
  }

  void write(Collection<MessageQueue> queues) {
    file.ifPresent(to -> {
      // Those of queues that were not made this time, because the start failed before, are kept on.
      ObjectNode json = byQueue.deepCopy();
      queues.forEach(queue -> {
        var list = json.putArray(queue.name());
        queue.messages().forEach(message -> list.add(json(message)));
      });
      try {
        JSON.writeValue(to.toFile(), json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static ObjectNode json(SqsMessage message) {
    var json = JSON.createObjectNode().put("id", message.id).put("sequence", message.sequence)
        .put("body", message.request.body()).put("sentAt", message.sentAt.toString())
        .put("visibleAt", message.visibleAt.toString()).put("receiveCount", message.receiveCount)
        .put("receipt", message.receipt);
    json.set("attributes", message.request.attributes());
    message.request.group().ifPresent(group -> json.put("group", group));
    message.request.deduplicationId().ifPresent(id -> json.put("deduplicationId", id));
    message.firstReceivedAt.ifPresent(at -> json.put("firstReceivedAt", at.toString()));
    return json;
  }

  private static SqsMessage message(JsonNode json) {
    var request = new SendRequest(json.path("body").asText(), json.path("attributes"), text(json, "group"),
        text(json, "deduplicationId"), Optional.empty());
    var message = new SqsMessage(json.path("id").asText(), json.path("sequence").asLong(), request,
        Instant.parse(json.path("sentAt").asText()), Instant.parse(json.path("visibleAt").asText()));
    message.receiveCount = json.path("receiveCount").asInt();
    message.receipt = json.path("receipt").asText();
    message.firstReceivedAt = text(json, "firstReceivedAt").map(Instant::parse);
    return message;
  }

  private static Optional<String> text(JsonNode json, String name) {
    return Optional.ofNullable(json.get(name)).map(JsonNode::asText);
  }

  private static ObjectNode read(Path from) {
    try {
      return (ObjectNode) JSON.readTree(from.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
