package baton.ingestmessage;

import baton.http.HttpFunction;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import java.time.Duration;
import java.util.Map;

/// `GET` and `POST /webhooks/{channelId}`: the only routes that nobody signs in to. The signature speaks for the
/// caller.
public final class IngestMessageHandler extends HttpFunction {
  // Providers wait for ten seconds or more; what is not kept by then comes again.
  private static final Duration LONGEST = Duration.ofSeconds(6);

  /// As Lambda makes it.
  public IngestMessageHandler() {
    this(Wiring.ofProcess());
    Priming.register(IngestMessageHandler::new);
  }

  /// Of these parts.
  public IngestMessageHandler(Wiring wiring) {
    this(wiring, LONGEST);
  }

  IngestMessageHandler(Wiring wiring, Duration longest) {
    this(wiring, new WebhookRoute(
        wiring.channels(),
        new BodyIntake(
            new PieceIntake(
                wiring.intake(), wiring.incomingMessages(), wiring.whereabouts(), wiring.deliveries(), wiring.log()),
            wiring.incomingMessages(), longest),
        wiring.clock()));
  }

  private IngestMessageHandler(Wiring wiring, WebhookRoute webhook) {
    super(wiring.edge(Map.of("GET /webhooks/{channelId}", webhook, "POST /webhooks/{channelId}", webhook)));
  }
}
