package baton.browseinbox;

import baton.http.Callers;
import baton.http.Parameters;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.inbox.Rosters;
import baton.notice.Hindsight;
import baton.notice.Notice;
import baton.notice.NoticePage;
import baton.notice.NoticePage.Place;
import baton.notice.Notices;
import baton.table.Parallel;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// `GET /notices`: what the agent was told, the newest first, as far as it is still theirs to see.
final class NoticesRoute implements Route {
  private static final String VIEW = "notices";

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
    return door.admit(request, both.first(), visitor -> show(visitor, both.second(), limit));
  }

  private Response show(Visitor visitor, List<ChannelId> channels, int limit) {
    var behind = Cursors.read(visitor, "cursor", VIEW, Place::parse);
    var page = notices.of(visitor.workspaceId(), visitor.agent().id(), channels, behind, limit);
    var json = Json.MAPPER.createObjectNode();
    var list = json.putArray("notices");
    var hindsight = hindsight(visitor, page);
    page.notices().stream().flatMap(notice -> hindsight.of(notice).stream()).forEach(notice -> list.add(of(notice)));
    page.next().ifPresent(place -> json.put("cursor", Cursors.write(visitor, VIEW, place)));
    return Response.json(200, json.toString());
  }

  // Nothing is read for an empty page, and the conversations of contacts only where a notice is of no conversation.
  private Hindsight hindsight(Visitor visitor, NoticePage page) {
    Set<ConversationId> named = page.notices().stream()
        .flatMap(notice -> notice.conversation().stream())
        .collect(Collectors.toSet());
    Set<ContactId> alone = page.notices().stream()
        .filter(notice -> notice.conversation().isEmpty())
        .flatMap(notice -> notice.contact().stream())
        .collect(Collectors.toSet());
    if (named.isEmpty() && alone.isEmpty()) {
      return new Hindsight(visitor.agent(), Map.of(), Map.of());
    }
    var found = door.load(visitor.request(), new Door.Also(named, alone, Set.of(), Set.of()));
    var conversations = new HashMap<>(found.conversations());
    var others = found.contacts().values().stream()
        .flatMap(contact -> contact.conversations().stream())
        .filter(id -> !named.contains(id))
        .collect(Collectors.toSet());
    if (!others.isEmpty()) {
      conversations.putAll(door.load(visitor.request(), Door.Also.of(others)).conversations());
    }
    return new Hindsight(visitor.agent(), conversations, found.contacts());
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
