package baton.browseinbox;

import baton.access.Placed.Status;
import baton.conversation.Rejection;
import baton.http.Malformed;
import baton.http.Parameters;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import baton.http.Rows;
import baton.id.AgentId;
import baton.id.TeamId;
import baton.inbox.Filter;
import baton.inbox.Folder;
import baton.inbox.Folders;
import baton.inbox.Page;
import baton.inbox.Place;
import baton.inbox.Rosters;
import baton.inbox.View;
import baton.wire.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `GET /conversations?folder=…`: a page of a folder.
final class FolderRoute implements Route {
  private final Door door;
  private final Folders folders;
  private final Rosters rosters;

  FolderRoute(Door door, Folders folders, Rosters rosters) {
    this.door = door;
    this.folders = folders;
    this.rosters = rosters;
  }

  private record Asked(Folder folder, Filter filter, int limit) {
    static Asked of(Request request) {
      var folder = Parameters.word(request, "folder", Folder::of)
          .orElseThrow(() -> Malformed.at("folder", "unassigned, mine, closed, all or blocked is expected"));
      var filter = new Filter(
          Parameters.id(request, "team", TeamId::new), Parameters.id(request, "agent", AgentId::new),
          Parameters.word(request, "status", Asked::status));
      filter.notOffered(folder).ifPresent(name -> {
        throw Malformed.of("filter-not-allowed", "the folder " + folder.word() + " has no filter by " + name);
      });
      return new Asked(folder, filter, Parameters.limit(request));
    }

    private static Optional<Status> status(String word) {
      return Arrays.stream(Status.values())
          .filter(status -> status != Status.BLOCKED && status.word().equals(word))
          .findFirst();
    }

    Door.Also also() {
      return new Door.Also(
          Set.of(), Set.of(), filter.agent().map(Set::of).orElse(Set.of()), filter.team().map(Set::of).orElse(Set.of()));
    }

    String view() {
      return "%s|%s|%s|%s".formatted(
          folder.word(), filter.team().map(TeamId::value).orElse(""), filter.agent().map(AgentId::value).orElse(""),
          filter.status().map(Status::word).orElse(""));
    }
  }

  @Override
  public Response answer(Request request) {
    var asked = Asked.of(request);
    return door.open(request, asked.also(), visitor -> refusal(asked, visitor)
        .map(visitor::refused)
        .orElseGet(() -> list(asked, visitor)));
  }

  // A team or an agent out of reach is the same as one that does not exist.
  private static Optional<Rejection> refusal(Asked asked, Visitor visitor) {
    var permission = asked.folder().permission();
    if (!visitor.holds(permission)) {
      return Optional.of(new Rejection.Forbidden(permission));
    }
    var agent = visitor.agent();
    if (asked.filter().team()
        .filter(team -> !visitor.loaded().teams().containsKey(team) || !View.offersTeam(agent, team))
        .isPresent()) {
      return Optional.of(new Rejection.NotFound("team"));
    }
    boolean stranger = asked.filter().agent()
        .filter(id -> Optional.ofNullable(visitor.loaded().agents().get(id))
            .filter(other -> View.offersAgent(agent, other))
            .isEmpty())
        .isPresent();
    return stranger ? Optional.of(new Rejection.NotFound("agent")) : Optional.empty();
  }

  private Response list(Asked asked, Visitor visitor) {
    var behind = Cursors.read(visitor, "cursor", asked.view(), Place::parse);
    var agent = visitor.agent();
    List<TeamId> teams = View.asksTeams(asked.folder(), asked.filter(), agent)
        ? rosters.teams(visitor.workspaceId())
        : List.of();
    var page = View.of(asked.folder(), asked.filter(), agent, teams).page(folders, behind, asked.limit());
    return Response.json(200, body(asked, visitor, page));
  }

  private String body(Asked asked, Visitor visitor, Page page) {
    var json = Json.MAPPER.createObjectNode().put("folder", asked.folder().word());
    var rows = json.putArray("conversations");
    var named = new Named();
    for (var row : page.rows()) {
      rows.add(Rows.of(row).put("rowTime", asked.folder().timeOf(row).toString()));
      named.row(row);
    }
    page.next().ifPresent(place -> json.put("cursor", Cursors.write(visitor, asked.view(), place)));
    named.addTo(json, rosters, visitor.workspaceId());
    return json.toString();
  }
}
