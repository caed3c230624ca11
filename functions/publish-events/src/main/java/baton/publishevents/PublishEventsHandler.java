package baton.publishevents;

import baton.batch.Failures;
import baton.http.Log;
import baton.publishing.Round;
import baton.table.Outbox;
import baton.wire.Json;
import baton.wire.StreamRecords;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;

/// The table's stream: events to their topic, replies to their queue. It knows no rule.
public final class PublishEventsHandler implements RequestStreamHandler {
  private final Supplier<Round> rounds;
  private final Log log;

  /// As Lambda makes it.
  public PublishEventsHandler() {
    this(Wiring.ofProcess());
  }

  /// Of these parts.
  public PublishEventsHandler(Wiring wiring) {
    this.rounds = wiring::round;
    this.log = wiring.log();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    var failures = new Failures();
    var round = rounds.get();
    for (var record : StreamRecords.of(Json.MAPPER.readTree(input))) {
      if (!publish(record, round)) {
        failures.add(record.sequenceNumber());
      }
    }
    output.write(Json.MAPPER.writeValueAsBytes(failures.response()));
  }

  private boolean publish(StreamRecords.Record record, Round round) {
    try {
      return Outbox.entry(record.item()).map(entry -> round.publish(entry) == Round.Went.DONE).orElse(true);
    } catch (RuntimeException e) {
      // It cannot be read; it holds up no other.
      log.failure(record.sequenceNumber(), e);
      return false;
    }
  }
}
