package baton.inbox;

import baton.id.ConversationId;
import baton.id.Ids;
import java.util.Optional;
import java.util.regex.Pattern;

/// How far a list has been read: up to and with this row. The row may have moved or gone since.
///
/// @param shelf the name of the shelf it stood on
/// @param sort where it stood there, in milliseconds
public record Place(String shelf, long sort, ConversationId last) {
  private static final Pattern SORT = Pattern.compile("\\d{1,13}");

  /// The place of that text, or none.
  public static Optional<Place> parse(String text) {
    String[] parts = text.split("\\|", -1);
    return parts.length == 3 && SORT.matcher(parts[1]).matches() && Ids.wellFormed(parts[2])
        ? Optional.of(new Place(parts[0], Long.parseLong(parts[1]), new ConversationId(parts[2])))
        : Optional.empty();
  }

  /// As it stands in a cursor.
  @Override
  public String toString() {
    return "%s|%d|%s".formatted(shelf, sort, last);
  }
}
