package baton.inbox;

import baton.event.Event;
import baton.id.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where everything that was done on a day is read.
public interface AuditLog {
  /// The next events of that day (UTC), the newest first.
  Part read(WorkspaceId workspace, LocalDate day, Optional<Line> behind, int most);

  /// A part of a day.
  ///
  /// @param next behind which it goes on; none at its end
  record Part(List<Event> events, Optional<Line> next) {}

  /// One line of the log.
  ///
  /// @param at milliseconds
  /// @param stream the log it stands in
  /// @param entry its number or id there
  record Line(long at, String stream, String entry) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,13})\\|([A-Za-z0-9:_-]{1,80})\\|([A-Za-z0-9_-]{1,64})");

    /// The line of that text, or none.
    public static Optional<Line> parse(String text) {
      var matcher = SHAPE.matcher(text);
      return matcher.matches()
          ? Optional.of(new Line(Long.parseLong(matcher.group(1)), matcher.group(2), matcher.group(3)))
          : Optional.empty();
    }

    /// As it stands in a cursor.
    @Override
    public String toString() {
      return "%d|%s|%s".formatted(at, stream, entry);
    }
  }
}
