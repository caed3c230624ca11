package baton.sendnotifications;

import baton.notice.Notifying;
import baton.wire.EventJson;
import baton.wire.Json;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The topic of events: who is told of what. A failure is thrown: SNS hands over one event at a time, tries again, and
/// leaves what never succeeds in the dead-letter queue.
public final class SendNotificationsHandler implements RequestStreamHandler {
  private final Notifying notifying;

  /// As Lambda makes it.
  public SendNotificationsHandler() {
    this(Wiring.ofProcess());
  }

  /// Of these parts.
  public SendNotificationsHandler(Wiring wiring) {
    this.notifying = wiring.notifying();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    for (var record : Json.MAPPER.readTree(input).path("Records")) {
      EventJson.read(record.path("Sns").path("Message").asText()).ifPresent(notifying::tell);
    }
    output.write('{');
    output.write('}');
  }
}
