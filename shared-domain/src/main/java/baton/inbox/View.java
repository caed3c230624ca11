package baton.inbox;

import baton.access.Access;
import baton.access.Permission;
import baton.access.Placed;
import baton.access.Reach;
import baton.access.Visibility;
import baton.agent.Agent;
import baton.id.AgentId;
import baton.id.TeamId;
import baton.inbox.Folders.At;
import baton.inbox.Folders.Beginning;
import baton.inbox.Folders.Behind;
import baton.inbox.Folders.Beyond;
import baton.inbox.Folders.Start;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder as one agent sees it, narrowed by a filter.
///
/// @param shelves that it is put together from, in the order of their names
public record View(Folder folder, Filter filter, Agent agent, List<Shelf> shelves) {
  // As much as one look into a list may cost, whatever it is narrowed to.
  private static final int MOST_EXAMINED = 200;
  // Behind each of these rows stands a read of its conversation, and one batch takes so many.
  private static final int MOST_EPISODES = 100;

  /// Of that folder.
  ///
  /// @param teams of the workspace, where [#asksTeams] says that they matter
  public static View of(Folder folder, Filter filter, Agent agent, Collection<TeamId> teams) {
    var shelves = switch (folder) {
      case UNASSIGNED -> queues(agent, filter.team(), teams);
      case MINE -> List.<Shelf>of(new Shelf.Held(agent.id()));
      case CLOSED -> List.<Shelf>of(new Shelf.ClosedBy(agent.id()));
      case BLOCKED -> List.<Shelf>of(new Shelf.Hidden());
      case ALL -> all(filter, agent, teams);
    };
    return new View(folder, filter, agent, shelves.stream().sorted(Comparator.comparing(Shelf::name)).toList());
  }

  /// Whether the teams of the workspace must be known: the queues of a grouped agent follow from their own teams.
  public static boolean asksTeams(Folder folder, Filter filter, Agent agent) {
    boolean queues = folder == Folder.UNASSIGNED
        || (folder == Folder.ALL && filter.agent().isEmpty()
            && filter.status().equals(Optional.of(Placed.Status.UNASSIGNED)));
    return queues && filter.team().isEmpty() && seesForeignQueues(agent);
  }

  private static boolean seesForeignQueues(Agent agent) {
    return agent.teams().isEmpty()
        || Access.reach(agent, Permission.VIEW_UNASSIGNED) == Reach.ALL
        || Visibility.seesEverything(agent);
  }

  /// The queues that this agent sees: of each team and of no team.
  public static List<Shelf> queues(Agent agent, Optional<TeamId> only, Collection<TeamId> teams) {
    var candidates = only.isPresent()
        ? Stream.of(only)
        : Stream.concat(
            Stream.of(Optional.<TeamId>empty()),
            Stream.concat(agent.teams().stream(), teams.stream()).distinct().map(Optional::of));
    return candidates
        .filter(team -> Visibility.sees(agent, new Queue(team)))
        .<Shelf>map(Shelf.Waiting::new)
        .toList();
  }

  /// Whether this agent may narrow a list to that team.
  public static boolean offersTeam(Agent agent, TeamId team) {
    return Visibility.reachesTeam(agent, Optional.of(team));
  }

  /// Whether this agent may narrow a list to that agent: a grouped one who does not see everything, only to those of
  /// their own teams.
  public static boolean offersAgent(Agent agent, Agent other) {
    return Access.reach(agent, Permission.VIEW_ALL) == Reach.ALL
        || agent.teams().isEmpty()
        || !Collections.disjoint(agent.teams(), other.teams());
  }

  /// Whatever waits there, as far as visibility is concerned.
  private record Queue(Optional<TeamId> team) implements Placed {
    @Override
    public Status status() {
      return Status.UNASSIGNED;
    }

    @Override
    public Optional<AgentId> responsible() {
      return Optional.empty();
    }
  }

  // Narrowed to an agent or to what waits, their own shelves hold exactly that; only the rest is sifted.
  private static List<Shelf> all(Filter filter, Agent agent, Collection<TeamId> teams) {
    if (filter.agent().isPresent()) {
      var held = new Shelf.Held(filter.agent().get());
      var closed = new Shelf.ClosedBy(filter.agent().get());
      return filter.status()
          .map(status -> switch (status) {
            case ASSIGNED -> List.<Shelf>of(held);
            case CLOSED -> List.<Shelf>of(closed);
            case UNASSIGNED, BLOCKED -> List.<Shelf>of();
          })
          .orElse(List.of(held, closed));
    }
    return filter.status().equals(Optional.of(Placed.Status.UNASSIGNED))
        ? queues(agent, filter.team(), teams)
        : List.of(new Shelf.Episodes());
  }

  /// Whether later comes first.
  public boolean newestFirst() {
    return folder != Folder.UNASSIGNED;
  }

  /// Whether this row belongs here: seen by the agent, wanted by the filter, and blocked only in Blocked.
  public boolean shows(Row row) {
    return Visibility.sees(agent, row)
        && filter.wants(row)
        && (row.status() == Placed.Status.BLOCKED) == (folder == Folder.BLOCKED);
  }

  /// How many rows to read of each shelf for a page: one more than it shows, so that the last page is known as such; as
  /// many as one look may cost, where rows will be left out.
  int slice(int limit) {
    if (shelves.contains(new Shelf.Episodes())) {
      return filter.isEmpty() ? Math.min(limit + 1, MOST_EPISODES) : MOST_EPISODES;
    }
    boolean sifted = filter.team().isPresent() && !(shelves.getFirst() instanceof Shelf.Waiting);
    return sifted || (folder == Folder.BLOCKED && !filter.isEmpty()) ? MOST_EXAMINED : limit + 1;
  }

  /// Where to begin on each shelf, behind that place. Rows of the same sort follow in the order of their shelves.
  List<Start> starts(Optional<Place> behind) {
    return shelves.stream()
        .map(shelf -> new Start(shelf, behind.map(place -> from(shelf, place)).orElse(new Beginning())))
        .toList();
  }

  private static Folders.From from(Shelf shelf, Place place) {
    int order = shelf.name().compareTo(place.shelf());
    return order == 0 ? new Behind(place.sort(), place.last())
        : order < 0 ? new Beyond(place.sort())
        : new At(place.sort());
  }

  /// A page of it.
  public Page page(Folders folders, Optional<Place> behind, int limit) {
    if (shelves.isEmpty()) {
      return new Page(List.of(), Optional.empty());
    }
    var slices = folders.read(agent.workspace(), starts(behind), newestFirst(), slice(limit));
    var page = Page.merge(slices, newestFirst(), this::shows, limit, MOST_EXAMINED);
    return folder == Folder.MINE || folder == Folder.BLOCKED ? page.newestFirst(folder) : page;
  }
}
