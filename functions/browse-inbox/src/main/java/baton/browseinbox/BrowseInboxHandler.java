package baton.browseinbox;

import baton.http.HttpFunction;
import baton.http.Route;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import java.util.Map;

/// The `GET`s of agents: folders, counters, one conversation, its assignable agents, a contact's card, the audit log,
/// notices, oneself.
public final class BrowseInboxHandler extends HttpFunction {

  /// As Lambda makes it.
  public BrowseInboxHandler() {
    this(Wiring.ofProcess());
    Priming.register(BrowseInboxHandler::new);
  }

  /// Of these parts.
  public BrowseInboxHandler(Wiring wiring) {
    super(wiring.edge(routes(wiring)));
  }

  private static Map<String, Route> routes(Wiring wiring) {
    var door = new Door(wiring.conversations());
    var folders = wiring.folders();
    var rosters = wiring.rosters();
    return Map.of(
        "GET /conversations", new FolderRoute(door, folders, rosters),
        "GET /counters", new CountersRoute(door, folders, rosters),
        "GET /conversations/{id}", new TimelineRoute(door, wiring.timelines(), rosters),
        "GET /conversations/{id}/assignable", new AssignableRoute(door, rosters),
        "GET /contacts/{id}", new CardRoute(door, rosters),
        "GET /audit", new AuditRoute(door, wiring.auditLog(), rosters, wiring.clock()),
        "GET /notices", new NoticesRoute(door, wiring.notices(), rosters),
        "GET /me", new MeRoute(door, rosters));
  }
}
