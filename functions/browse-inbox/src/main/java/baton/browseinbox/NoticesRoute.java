package baton.browseinbox;

import baton.http.Callers;
import baton.http.Parameters;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import baton.inbox.Rosters;
import baton.notice.Notice;
import baton.notice.Notices;
import baton.table.Parallel;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// `GET /notices`: what the agent was told, the newest first. Whether they might see it was decided when they were told.
final class NoticesRoute implements Route {
  private final Door door;
  private final Notices notices;
  private final Rosters rosters;

  NoticesRoute(Door door, Notices notices, Rosters rosters) {
    this.door = door;
    this.notices = notices;
    this.rosters = rosters;
  }

  @Override
  public Response answer(Request request) {
    int limit = Parameters.limit(request);
    var both = Parallel.both(
        () -> door.load(request, Door.Also.NOTHING),
        () -> rosters.subscriptions(Callers.workspace(request), Callers.agent(request)));
    return door.admit(request, both.first(), visitor ->
        show(notices.of(visitor.workspaceId(), visitor.agent().id(), both.second(), limit)));
  }

  private static Response show(List<Notice> notices) {
    var json = Json.MAPPER.createObjectNode();
    var list = json.putArray("notices");
    notices.forEach(notice -> list.add(of(notice)));
    return Response.json(200, json.toString());
  }

  private static ObjectNode of(Notice notice) {
    var json = Json.MAPPER.createObjectNode()
        .put("id", notice.id())
        .put("kind", notice.kind().word());
    notice.conversation().ifPresent(id -> json.put("conversation", id.value()));
    notice.contact().ifPresent(id -> json.put("contact", id.value()));
    notice.channel().ifPresent(id -> json.put("channel", id.value()));
    return json.put("version", notice.version()).put("at", notice.at().toString()).put("title", notice.title());
  }
}
