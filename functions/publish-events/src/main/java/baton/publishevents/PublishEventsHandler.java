package baton.publishevents;

import baton.batch.Failures;
import baton.http.Log;
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
    for (var record : StreamRecords.of(Json.MAPPER.readTree(input))) {
      try {
        Outbox.entry(record.item()).ifPresent(publisher::publish);
      } catch (RuntimeException e) {
        log.failure(record.sequenceNumber(), e);
        failures.add(record.sequenceNumber());
      }
    }
    output.write(Json.MAPPER.writeValueAsBytes(failures.response()));
  }
}
