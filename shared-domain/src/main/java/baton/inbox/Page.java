package baton.inbox;

import baton.inbox.Folders.Found;
import baton.inbox.Folders.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A page of a list. It may be short, and even empty, and yet go on: what it may look at is bounded.
///
/// @param next where the next page begins; none on the last
public record Page(List<Row> rows, Optional<Place> next) {

  /// What these pieces of shelves are together, in one order: by sort, and where that is the same by shelf.
  ///
  /// @param most rows to look at
  static Page merge(List<Slice> slices, boolean newestFirst, Predicate<Row> shows, int limit, int most) {
    var readers = slices.stream().map(Reader::new).toList();
    var rows = new ArrayList<Row>();
    Place last = null;
    for (int examined = 0; rows.size() < limit && examined < most; examined++) {
      var next = next(readers, newestFirst);
      if (next == null) {
        break;
      }
      last = next.place();
      next.take().row().filter(shows).ifPresent(rows::add);
    }
    boolean more = readers.stream().anyMatch(reader -> reader.hasRow() || reader.slice.more());
    return new Page(List.copyOf(rows), more ? Optional.ofNullable(last) : Optional.empty());
  }

  // None also where a shelf goes on behind what was read of it: what comes there could belong before the others' rows.
  private static @Nullable Reader next(List<Reader> readers, boolean newestFirst) {
    if (readers.stream().anyMatch(reader -> !reader.hasRow() && reader.slice.more())) {
      return null;
    }
    Comparator<Reader> bySort = Comparator.comparingLong(reader -> reader.row().sort());
    return readers.stream()
        .filter(Reader::hasRow)
        .min((newestFirst ? bySort.reversed() : bySort).thenComparing(reader -> reader.slice.shelf().name()))
        .orElse(null);
  }

  private static final class Reader {
    private final Slice slice;
    private int at;

    Reader(Slice slice) {
      this.slice = slice;
    }

    boolean hasRow() {
      return at < slice.rows().size();
    }

    Found row() {
      return slice.rows().get(at);
    }

    Found take() {
      return slice.rows().get(at++);
    }

    Place place() {
      return new Place(slice.shelf().name(), row().sort(), row().id());
    }
  }

  /// The same page by the exact time: its shelf keeps only minutes.
  Page newestFirst(Folder folder) {
    return new Page(rows.stream().sorted(Comparator.comparing(folder::timeOf).reversed()).toList(), next);
  }
}
