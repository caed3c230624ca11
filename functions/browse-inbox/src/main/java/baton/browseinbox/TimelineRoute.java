package baton.browseinbox;

import baton.access.Visibility;
import baton.conversation.Conversation;
import baton.http.Callers;
import baton.http.Parameters;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import baton.http.Rows;
import baton.id.ConversationId;
import baton.inbox.Rosters;
import baton.inbox.Row;
import baton.inbox.Timeline;
import baton.inbox.Timeline.Before;
import baton.inbox.Timelines;
import baton.table.Parallel;
import baton.wire.Json;
import java.util.Optional;

/// `GET /conversations/{id}`: the row as it is now, and the newest of what was said and done.
final class TimelineRoute implements Route {
  private final Door door;
  private final Timelines timelines;
  private final Rosters rosters;

  TimelineRoute(Door door, Timelines timelines, Rosters rosters) {
    this.door = door;
    this.timelines = timelines;
    this.rosters = rosters;
  }

  @Override
  public Response answer(Request request) {
    int limit = Parameters.limit(request);
    var id = Callers.id(request, "id", ConversationId::new);
    if (id.isEmpty()) {
      return door.open(request, Door.Also.NOTHING, visitor -> visitor.notFound("conversation"));
    }
    return request.query("before").isEmpty() ? newest(request, id.get(), limit) : older(request, id.get(), limit);
  }

  // Whether they may see it is known only when both have been read; it is one wait instead of two.
  private Response newest(Request request, ConversationId id, int limit) {
    var both = Parallel.both(
        () -> door.load(request, Door.Also.of(id)),
        () -> timelines.read(Callers.workspace(request), id, Before.NOTHING_SHOWN, limit));
    return door.admit(request, both.first(), visitor -> visible(visitor, id)
        .map(conversation -> show(visitor, conversation, both.second()))
        .orElseGet(() -> visitor.notFound("conversation")));
  }

  private Response older(Request request, ConversationId id, int limit) {
    return door.open(request, Door.Also.of(id), visitor -> visible(visitor, id)
        .map(conversation -> {
          var before = Cursors.read(visitor, "before", view(id), Before::parse).orElse(Before.NOTHING_SHOWN);
          return show(visitor, conversation, timelines.read(visitor.workspaceId(), id, before, limit));
        })
        .orElseGet(() -> visitor.notFound("conversation")));
  }

  private static Optional<Conversation> visible(Visitor visitor, ConversationId id) {
    return Optional.ofNullable(visitor.loaded().conversations().get(id))
        .filter(conversation -> Visibility.sees(visitor.agent(), conversation));
  }

  private Response show(Visitor visitor, Conversation conversation, Timeline timeline) {
    var json = Json.MAPPER.createObjectNode();
    json.set("conversation", Rows.of(conversation));
    var named = new Named().row(Row.of(conversation));
    var list = json.putArray("timeline");
    timeline.entries().reversed().forEach(entry -> list.add(Entries.of(entry, named)));
    timeline.older().ifPresent(mark ->
        json.put("before", Cursors.write(visitor, view(conversation.id()), mark)));
    named.addTo(json, rosters, visitor.workspaceId());
    return Response.json(200, json.toString()).tagged(conversation.version());
  }

  private static String view(ConversationId id) {
    return "timeline|" + id;
  }
}
