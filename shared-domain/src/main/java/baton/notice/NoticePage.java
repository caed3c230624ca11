package baton.notice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A page of an agent's notices, newest first. It may be short, and even empty, and yet go on: what it may look at is
/// bounded.
///
/// @param next behind which it goes on; none at the end
public record NoticePage(List<Notice> notices, Optional<Place> next) {

  /// Where a notice stands: by time, ties broken by its id.
  public record Place(long millis, String notice) implements Comparable<Place> {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,13})\\|([A-Za-z0-9_-]{1,200})");
    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::millis).thenComparing(Place::notice);

    /// The place of that notice.
    public static Place of(Notice notice) {
      return new Place(notice.at().toEpochMilli(), notice.id());
    }

    /// The place of that text, or none.
    public static Optional<Place> parse(String text) {
      var matcher = SHAPE.matcher(text);
      return matcher.matches()
          ? Optional.of(new Place(Long.parseLong(matcher.group(1)), matcher.group(2)))
          : Optional.empty();
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }

    /// As it stands in a cursor.
    @Override
    public String toString() {
      return "%d|%s".formatted(millis, notice);
    }
  }

  /// What was read of one list.
  ///
  /// @param picked those that are the agent's
  /// @param readTo how far it was read; none when there is no more of it
  public record Stretch(List<Notice> picked, Optional<Place> readTo) {}

  /// What these stretches of several lists are together.
  public static NoticePage merge(List<Stretch> stretches, int most) {
    // Where one list was read no further, what stands in the others behind that could belong behind its next ones.
    var horizon = stretches.stream().flatMap(stretch -> stretch.readTo().stream()).max(Comparator.naturalOrder());
    var notices = stretches.stream()
        .flatMap(stretch -> stretch.picked().stream())
        .filter(notice -> horizon.filter(end -> Place.of(notice).compareTo(end) < 0).isEmpty())
        .sorted(Comparator.comparing(Place::of).reversed())
        .toList();
    return notices.size() > most
        ? new NoticePage(notices.subList(0, most), Optional.of(Place.of(notices.get(most - 1))))
        : new NoticePage(notices, horizon);
  }
}
