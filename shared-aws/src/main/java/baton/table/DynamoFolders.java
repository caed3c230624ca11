package baton.table;

import baton.id.WorkspaceId;
import baton.inbox.Folders;
import baton.inbox.Row;
import baton.inbox.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// [Folders] upon the table: a query for each shelf, all at the same time. The index by time holds no rows, so behind
/// that shelf stands one batch read more.
public final class DynamoFolders implements Folders {
  private final Table table;

  /// Upon that table.
  public DynamoFolders(Table table) {
    this.table = table;
  }

  @Override
  public List<Slice> read(WorkspaceId workspace, List<Start> starts, boolean newestFirst, int most) {
    return Parallel.all(starts.stream()
        .<Supplier<Slice>>map(start -> () -> read(workspace, start, newestFirst, most))
        .toList());
  }

  private Slice read(WorkspaceId workspace, Start start, boolean newestFirst, int most) {
    var shelf = start.shelf();
    var range = new Range(
        listing(shelf), partition(workspace, shelf), from(workspace, start.from()), newestFirst, false, most);
    var found = range.read(table);
    var rows = shelf instanceof Shelf.Episodes
        ? heads(found.items())
        : found.items().stream().map(item -> found(item, range.listing(), Optional.of(RowItem.read(item)))).toList();
    return new Slice(shelf, rows, found.more());
  }

  private List<Found> heads(List<Map<String, AttributeValue>> items) {
    var heads = table.read(items.stream().map(Key::of).toList());
    return items.stream()
        .map(item -> found(item, Listing.BY_TIME, Optional.ofNullable(heads.get(Key.of(item)))
            .map(head -> Row.of(ConversationItem.read(head)))))
        .toList();
  }

  private static Found found(Map<String, AttributeValue> item, Listing listing, Optional<Row> row) {
    return new Found(
        Long.parseLong(item.get(listing.sort()).s()), Keys.conversationOf(Key.of(item).pk()), row);
  }

  @Override
  public int count(WorkspaceId workspace, List<Shelf> shelves, int most) {
    return Parallel.all(shelves.stream()
            .<Supplier<Integer>>map(shelf -> () -> new Range(
                listing(shelf), partition(workspace, shelf), new Range.From.Beginning(), true, false, most).count(table))
            .toList())
        .stream().mapToInt(Integer::intValue).sum();
  }

  private static Listing listing(Shelf shelf) {
    return shelf instanceof Shelf.Episodes ? Listing.BY_TIME : Listing.BY_FOLDER;
  }

  private static String partition(WorkspaceId workspace, Shelf shelf) {
    return switch (shelf) {
      case Shelf.Waiting(var team) -> Keys.unassigned(workspace, team);
      case Shelf.Held(var agent) -> Keys.assigned(workspace, agent);
      case Shelf.ClosedBy(var owner) -> Keys.closed(workspace, Optional.of(owner));
      case Shelf.Hidden _ -> Keys.blocked(workspace);
      case Shelf.Episodes _ -> Keys.episodes(workspace);
    };
  }

  private static Range.From from(WorkspaceId workspace, From from) {
    return switch (from) {
      case Beginning _ -> new Range.From.Beginning();
      case Behind(var sort, var row) -> new Range.From.Behind(Keys.millis(sort), Keys.head(workspace, row));
      case At(var sort) -> new Range.From.At(Keys.millis(sort));
      case Beyond(var sort) -> new Range.From.Beyond(Keys.millis(sort));
    };
  }
}
