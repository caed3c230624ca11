package baton.browseinbox;

import baton.access.Permission;
import baton.conversation.Rejection;
import baton.http.Malformed;
import baton.http.Parameters;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import baton.inbox.AuditLog;
import baton.inbox.AuditLog.Line;
import baton.inbox.Rosters;
import baton.wire.Json;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/// `GET /audit?day=…`: everything that was done on a day (UTC), the newest first.
final class AuditRoute implements Route {
  private final Door door;
  private final AuditLog log;
  private final Rosters rosters;
  private final InstantSource clock;

  AuditRoute(Door door, AuditLog log, Rosters rosters, InstantSource clock) {
    this.door = door;
    this.log = log;
    this.rosters = rosters;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) {
    var day = day(request);
    int limit = Parameters.limit(request);
    return door.open(request, Door.Also.NOTHING, visitor -> visitor.holds(Permission.VIEW_AUDIT)
        ? show(visitor, day, limit)
        : visitor.refused(new Rejection.Forbidden(Permission.VIEW_AUDIT)));
  }

  private Response show(Visitor visitor, LocalDate day, int limit) {
    String view = "audit|" + day;
    var behind = Cursors.read(visitor, "cursor", view, Line::parse);
    var part = log.read(visitor.workspaceId(), day, behind, limit);
    var json = Json.MAPPER.createObjectNode().put("day", day.toString());
    var list = json.putArray("events");
    var named = new Named();
    for (var event : part.events()) {
      list.add(Entries.of(event));
      named.event(event);
    }
    part.next().ifPresent(line -> json.put("cursor", Cursors.write(visitor, view, line)));
    named.addTo(json, rosters, visitor.workspaceId());
    return Response.json(200, json.toString());
  }

  private LocalDate day(Request request) {
    try {
      return request.query("day").map(LocalDate::parse)
          .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    } catch (DateTimeParseException _) {
      throw Malformed.at("day", "a day such as 2026-11-21 is expected");
    }
  }
}
