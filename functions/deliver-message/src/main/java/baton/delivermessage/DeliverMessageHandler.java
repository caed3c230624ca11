package baton.delivermessage;

import baton.batch.Failures;
import baton.conversation.OutgoingMessage;
import baton.delivermessage.Sending.Tried;
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
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The queue of replies, and the queue of those that were given up: in order for each conversation.
public final class DeliverMessageHandler implements RequestStreamHandler {
  // The channel; taking it; what was sent, its receipt, both at the message; the new address; the pause.
  private static final int MOST_CALLS_OF_AWS = 7;

  private final Sending sending;
  private final Redelivery redelivery;
  private final String queue;
  private final Log log;

  /// As Lambda makes it.
  public DeliverMessageHandler() {
    this(Wiring.ofProcess());
  }

  /// Of these parts.
  public DeliverMessageHandler(Wiring wiring) {
    this.log = wiring.log();
    this.sending = new Sending(
        wiring.deliveries(), wiring.channels(), new ChannelApis(wiring.environment()), wiring.clock(), log);
    this.redelivery = new Redelivery(wiring.sqs(), wiring.environment().outboundQueue());
    this.queue = wiring.environment().outboundQueue();
  }

  /// The longest that one reply takes, where a call of AWS takes no longer than that: the channel's API may be called
  /// twice, when it says that the address has moved.
  public static Duration longest(Duration callOfAws) {
    return ChannelApis.LONGEST_CALL.multipliedBy(2).plus(callOfAws.multipliedBy(MOST_CALLS_OF_AWS));
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
      var message = read(record);
      if (message.isEmpty()) {
        return false;
      }
      if (isFromMainQueue(record)) {
        return deliver(record, message.get());
      }
      sending.giveUp(message.get());
      return true;
    } catch (RuntimeException e) {
      log.failure(record.path("messageId").asText(), e);
      return false;
    }
  }

  private Optional<OutgoingMessage> read(JsonNode record) {
    try {
      return Optional.of(OutgoingJson.read(record.path("body").asText()));
    } catch (RuntimeException e) {
      log.failure(record.path("messageId").asText(), e);
      if (isFromMainQueue(record)) {
        redelivery.soon(record);
      }
      return Optional.empty();
    }
  }

  private boolean deliver(JsonNode record, OutgoingMessage message) {
    try {
      if (sending.deliver(message) instanceof Tried.Again(var after)) {
        redelivery.later(record, after);
        return false;
      }
      return true;
    } catch (RuntimeException e) {
      // The table's trouble is to be outlasted like the provider's.
      redelivery.later(record, Optional.empty());
      throw e;
    }
  }

  private boolean isFromMainQueue(JsonNode record) {
    String arn = record.path("eventSourceARN").asText();
    return queue.endsWith("/" + arn.substring(arn.lastIndexOf(':') + 1));
  }
}
