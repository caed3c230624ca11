package baton.browseinbox;

import java.util.Optional;
import java.util.function.Function;

/// How far a visitor has read one of their lists: see [baton.http.Cursors].
final class Cursors {
  private Cursors() {}

  /// The cursor of that place in that view.
  static String write(Visitor visitor, String view, Object place) {
    return of(visitor).write(view, place);
  }

  /// The place of the request's cursor; none where it has none.
  static <P> Optional<P> read(Visitor visitor, String parameter, String view, Function<String, Optional<P>> place) {
    return of(visitor).read(visitor.request(), parameter, view, place);
  }

  private static baton.http.Cursors of(Visitor visitor) {
    return new baton.http.Cursors(visitor.workspace(), visitor.agent().id());
  }
}
