package baton.sweepconversations;

import baton.wire.Json;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Every minute: the clean-up.
public final class SweepConversationsHandler implements RequestStreamHandler {
  // As long as the slowest thing may take.
  private static final int SPARE_MILLIS = 20_000;

  private final Sweep sweep;

  /// As Lambda makes it.
  public SweepConversationsHandler() {
    this(Wiring.ofProcess());
  }

  /// Of these parts.
  public SweepConversationsHandler(Wiring wiring) {
    this.sweep = new Sweep(
        wiring.dueWork(), wiring.idleClosing(), wiring::round, wiring.clock(), wiring.log());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    output.write(Json.MAPPER.writeValueAsBytes(sweep.run(() -> context.getRemainingTimeInMillis() < SPARE_MILLIS)));
  }
}
