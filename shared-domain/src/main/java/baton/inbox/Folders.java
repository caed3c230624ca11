package baton.inbox;

import baton.id.ConversationId;
import baton.id.WorkspaceId;
import java.util.List;
import java.util.Optional;

/// Where lists of conversations are read. What they show may be a moment old: nothing is decided on it.
public interface Folders {

  /// The next rows of each of these shelves, all read at the same time.
  ///
  /// @param most of each shelf
  List<Slice> read(WorkspaceId workspace, List<Start> starts, boolean newestFirst, int most);

  /// How many conversations stand on these shelves together, counted no further than so many on each.
  int count(WorkspaceId workspace, List<Shelf> shelves, int most);

  /// Where to begin on a shelf.
  record Start(Shelf shelf, From from) {}

  /// Where that is, in the direction of reading.
  sealed interface From {}

  /// With its first row.
  record Beginning() implements From {}

  /// Behind that row of this shelf, whether or not it still stands there.
  record Behind(long sort, ConversationId row) implements From {}

  /// With the first row of that sort.
  record At(long sort) implements From {}

  /// With the first row beyond that sort.
  record Beyond(long sort) implements From {}

  /// A piece of a shelf.
  ///
  /// @param more whether the shelf goes on
  record Slice(Shelf shelf, List<Found> rows, boolean more) {}

  /// A row and where it stood; none where the conversation is gone.
  record Found(long sort, ConversationId id, Optional<Row> row) {}
}
