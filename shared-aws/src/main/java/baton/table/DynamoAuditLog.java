package baton.table;

import baton.event.Event;
import baton.id.WorkspaceId;
import baton.inbox.AuditLog;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// [AuditLog] upon the table: the day's index entries, then the lines themselves in one batch.
public final class DynamoAuditLog implements AuditLog {
  private final Table table;

  /// Upon that table.
  public DynamoAuditLog(Table table) {
    this.table = table;
  }

  @Override
  public Part read(WorkspaceId workspace, LocalDate day, Optional<Line> behind, int most) {
    var from = behind
        .<Range.From>map(line -> new Range.From.Behind(Keys.millis(line.at()), key(workspace, line)))
        .orElse(new Range.From.Beginning());
    var found = new Range(Listing.BY_TIME, Keys.eventsOf(workspace, day), from, true, false, most + 1)
        .read(table).first(most);
    var keys = found.items().stream().map(Key::of).toList();
    var items = table.read(keys);
    List<Event> events = keys.stream()
        .map(items::get)
        .filter(item -> item != null && DynamoTimelines.isKnown(item))
        .map(EventItem::read)
        .toList();
    return new Part(events, found.more() ? Optional.of(line(found.items().getLast())) : Optional.empty());
  }

  private static Key key(WorkspaceId workspace, Line line) {
    return new Key(Keys.log(workspace, line.stream()), line.entry());
  }

  private static Line line(Map<String, AttributeValue> entry) {
    var key = Key.of(entry);
    return new Line(
        Long.parseLong(entry.get(Listing.BY_TIME.sort()).s()), Keys.streamOf(key.pk()), key.sk());
  }
}
