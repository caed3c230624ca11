package baton.browseinbox;

import baton.access.Visibility;
import baton.agent.Eligibility;
import baton.contact.Contact;
import baton.conversation.Conversation;
import baton.http.Callers;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import baton.id.AgentId;
import baton.id.ConversationId;
import baton.id.TeamId;
import baton.inbox.Assignable;
import baton.inbox.Rosters;
import baton.inbox.View;
import baton.table.Parallel;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `GET /conversations/{id}/assignable`: to whom this agent may give it, with what speaks for and against each.
final class AssignableRoute implements Route {
  private final Door door;
  private final Rosters rosters;

  AssignableRoute(Door door, Rosters rosters) {
    this.door = door;
    this.rosters = rosters;
  }

  @Override
  public Response answer(Request request) {
    var id = Callers.id(request, "id", ConversationId::new);
    if (id.isEmpty()) {
      return door.open(request, Door.Also.NOTHING, visitor -> visitor.notFound("conversation"));
    }
    var both = Parallel.both(
        () -> door.load(request, Door.Also.of(id.get())), () -> rosters.agents(Callers.workspace(request)));
    return door.admit(request, both.first(), visitor -> {
      var conversation = Optional.ofNullable(both.first().conversations().get(id.get()))
          .filter(found -> Visibility.sees(visitor.agent(), found));
      return conversation.isEmpty()
          ? visitor.notFound("conversation")
          : list(visitor, Assignable.of(
              conversation.get(), visitor.agent(), both.second(), worked(request, conversation.get())));
    });
  }

  private Set<AgentId> worked(Request request, Conversation conversation) {
    var contact = door.load(request, Door.Also.of(conversation.core().contact()))
        .contacts().values().stream().findFirst();
    var others = contact.map(Contact::conversations).orElse(List.of()).stream()
        .filter(other -> !other.equals(conversation.id()))
        .collect(Collectors.toSet());
    var theirs = new ArrayList<>(List.of(conversation));
    if (!others.isEmpty()) {
      theirs.addAll(door.load(request, Door.Also.of(others)).conversations().values());
    }
    return Assignable.worked(contact, theirs);
  }

  private static Response list(Visitor visitor, List<Assignable> agents) {
    var json = Json.MAPPER.createObjectNode();
    var list = json.putArray("agents");
    agents.forEach(one -> list.add(row(visitor, one)));
    return Response.json(200, json.toString());
  }

  private static ObjectNode row(Visitor visitor, Assignable one) {
    var agent = one.agent();
    var json = Json.MAPPER.createObjectNode()
        .put("id", agent.id().value())
        .put("name", agent.displayName())
        .put("availability", agent.availability().word())
        .put("open", agent.open())
        .put("capacity", agent.capacity())
        .put("holder", one.holder())
        .put("workedWithContact", one.workedWithContact());
    var teams = json.putArray("teams");
    agent.teams().stream()
        .filter(team -> View.offersTeam(visitor.agent(), team))
        .sorted(Comparator.comparing(TeamId::value))
        .forEach(team -> teams.add(team.value()));
    json.putArray("skills");
    var warnings = json.putArray("warnings");
    one.warnings().stream().map(Eligibility.Soft::word).forEach(warnings::add);
    return json;
  }
}
