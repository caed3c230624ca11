package baton.delivermessage;

import baton.batch.Failures;
import baton.http.Log;
import baton.wire.Json;
import baton.wire.OutgoingJson;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/// The queue of replies, and the queue of those that were given up: in order for each conversation.
public final class DeliverMessageHandler implements RequestStreamHandler {
  private final Delivery delivery;
  private final Redelivery redelivery;
  private final String queue;
  private final Log log;

  /// As Lambda makes it.
  public DeliverMessageHandler() {
    this(Wiring.ofProcess());
  }

  /// Of these parts.
  public DeliverMessageHandler(Wiring wiring) {
    this.delivery = new Delivery(
        wiring.deliveries(), wiring.channels(), new ChannelApis(wiring.environment()), wiring.clock());
    this.redelivery = new Redelivery(wiring.sqs(), wiring.environment().outboundQueue());
    this.queue = wiring.environment().outboundQueue();
    this.log = wiring.log();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    var failures = new Failures();
    Set<String> stopped = new HashSet<>();
    for (var record : Json.MAPPER.readTree(input).path("Records")) {
      String id = record.path("messageId").asText();
      String group = record.path("attributes").path("MessageGroupId").asText(id);
      // What follows a failed one in its conversation waits for it.
      if (stopped.contains(group) || !handle(record)) {
        stopped.add(group);
        failures.add(id);
      }
    }
    output.write(Json.MAPPER.writeValueAsBytes(failures.response()));
  }

  private boolean handle(JsonNode record) {
    try {
      var message = OutgoingJson.read(record.path("body").asText());
      if (isFromMainQueue(record)) {
        return delivery.deliver(message).map(pause -> redelivery.after(record, pause)).orElse(true);
      }
      delivery.giveUp(message);
      return true;
    } catch (RuntimeException e) {
      log.failure(record.path("messageId").asText(), e);
      return false;
    }
  }

  private boolean isFromMainQueue(JsonNode record) {
    String arn = record.path("eventSourceARN").asText();
    return queue.endsWith("/" + arn.substring(arn.lastIndexOf(':') + 1));
  }
}
