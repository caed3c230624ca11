package baton.inbox;

import baton.access.Access;
import baton.agent.Agent;
import baton.id.TeamId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The numbers on the folders of one agent; a folder that they may not look into has none.
///
/// @param unassigned what waits in the queues that they see
/// @param mine what they hold: exact
/// @param unviewed whether a customer's message in what they hold waits to be seen
public record Counters(Optional<Badge> unassigned, Optional<Integer> mine, boolean unviewed, Optional<Badge> blocked) {
  private static final int MOST = 99;
  // Unread ones have fresh messages, so they mostly stand at the front; further back than a thousand nobody looks.
  private static final int FIRST_LOOK = 20;
  private static final int NEXT_LOOKS = 140;
  private static final int MOST_LOOKED_THROUGH = 1_000;

  /// A number that is counted no further than 99.
  ///
  /// @param more whether there are more: `99+`
  public record Badge(int count, boolean more) {
    static Badge of(int counted) {
      return new Badge(Math.min(counted, MOST), counted > MOST);
    }
  }

  /// What waits for this agent.
  public static Optional<Badge> unassigned(Folders folders, Agent agent, Collection<TeamId> teams) {
    return counted(folders, agent, Folder.UNASSIGNED, View.queues(agent, Optional.empty(), teams));
  }

  /// What is blocked.
  public static Optional<Badge> blocked(Folders folders, Agent agent) {
    return counted(folders, agent, Folder.BLOCKED, List.of(new Shelf.Hidden()));
  }

  private static Optional<Badge> counted(Folders folders, Agent agent, Folder folder, List<Shelf> shelves) {
    return Access.holds(agent, folder.permission())
        ? Optional.of(Badge.of(folders.count(agent.workspace(), shelves, MOST + 1)))
        : Optional.empty();
  }

  /// Whether something of what this agent holds is unread: a few are looked at, then more, up to the first that is.
  public static boolean unviewed(Folders folders, Agent agent) {
    var mine = View.of(Folder.MINE, Filter.NONE, agent, List.of());
    Folders.From from = new Folders.Beginning();
    int most = FIRST_LOOK;
    for (int looked = 0; agent.open() > 0 && looked < MOST_LOOKED_THROUGH; looked += most, most = NEXT_LOOKS) {
      var slice = folders.read(
          agent.workspace(), List.of(new Folders.Start(mine.shelves().getFirst(), from)), true, most).getFirst();
      var rows = slice.rows().stream().flatMap(found -> found.row().stream());
      if (rows.anyMatch(row -> mine.shows(row) && row.unread())) {
        return true;
      }
      if (!slice.more()) {
        return false;
      }
      var last = slice.rows().getLast();
      from = new Folders.Behind(last.sort(), last.id());
    }
    return false;
  }
}
