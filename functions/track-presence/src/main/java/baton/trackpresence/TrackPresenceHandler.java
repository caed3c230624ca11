package baton.trackpresence;

import baton.http.HttpFunction;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import java.util.Map;

/// `PUT /agents/me/availability` and `POST /conversations/{id}/read`.
public final class TrackPresenceHandler extends HttpFunction {

  /// As Lambda makes it.
  public TrackPresenceHandler() {
    this(Wiring.ofProcess());
    Priming.register(TrackPresenceHandler::new);
  }

  /// Of these parts.
  public TrackPresenceHandler(Wiring wiring) {
    super(wiring.edge(Map.of(
        "PUT /agents/me/availability",
        new DeclareAvailability(wiring.presence(), wiring.administration(DeclareAvailability::answer)),
        "POST /conversations/{id}/read", new MarkRead(wiring.reading()))));
  }
}
