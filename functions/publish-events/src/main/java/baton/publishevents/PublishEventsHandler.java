package baton.publishevents;

import baton.batch.Failures;
import baton.conversation.OutgoingMessage;
import baton.http.Log;
import baton.id.ConversationId;
import baton.publishing.Publisher;
import baton.table.Outbox;
import baton.wire.Json;
import baton.wire.StreamRecords;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/// The table's stream: events to their topic, replies to their queue. It knows no rule.
public final class PublishEventsHandler implements RequestStreamHandler {
  private final Publisher publisher;
  private final Log log;

  /// As Lambda makes it.
  public PublishEventsHandler() {
    this(Wiring.ofProcess());
  }

  /// Of these parts.
  public PublishEventsHandler(Wiring wiring) {
    this.publisher = wiring.publisher();
    this.log = wiring.log();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    var failures = new Failures();
    var stopped = new HashSet<ConversationId>();
    for (var record : StreamRecords.of(Json.MAPPER.readTree(input))) {
      try {
        var entry = Outbox.entry(record.item());
        if (entry.isPresent() && !publish(record, entry.get(), stopped)) {
          failures.add(record.sequenceNumber());
        }
      } catch (RuntimeException e) {
        log.failure(record.sequenceNumber(), e);
        failures.add(record.sequenceNumber());
      }
    }
    output.write(Json.MAPPER.writeValueAsBytes(failures.response()));
  }

  // The queue keeps the order of a conversation's replies, so a reply must not get there before one that failed.
  private boolean publish(StreamRecords.Record record, Outbox.Entry entry, Set<ConversationId> stopped) {
    var conversation = entry.send().map(OutgoingMessage::conversation);
    if (conversation.filter(stopped::contains).isPresent()) {
      return false;
    }
    try {
      publisher.publish(entry);
      return true;
    } catch (RuntimeException e) {
      log.failure(record.sequenceNumber(), e);
      conversation.ifPresent(stopped::add);
      return false;
    }
  }
}
