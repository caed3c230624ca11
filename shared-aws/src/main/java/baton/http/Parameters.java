package baton.http;

import baton.id.Ids;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What the routes of lists take in their query.
public final class Parameters {
  // A parameter that is given twice arrives with a comma, and is refused like any other text that is no number.
  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
  private static final int MOST = 100;
  private static final int STANDARD = 50;

  private Parameters() {}

  /// How many rows are wanted: 1 to 100.
  public static int limit(Request request) {
    return request.query("limit")
        .map(text -> LIMIT.matcher(text).matches() ? Integer.parseInt(text) : MOST + 1)
        .map(limit -> {
          if (limit > MOST) {
            throw Malformed.at("limit", "a whole number from 1 to 100 is expected");
          }
          return limit;
        })
        .orElse(STANDARD);
  }

  /// An id.
  public static <T> Optional<T> id(Request request, String name, Function<String, T> type) {
    return request.query(name).map(text -> {
      if (!Ids.wellFormed(text)) {
        throw Malformed.at(name, "an id is expected");
      }
      return type.apply(text);
    });
  }

  /// One of some words.
  public static <T> Optional<T> word(Request request, String name, Function<String, Optional<T>> type) {
    return request.query(name)
        .map(text -> type.apply(text).orElseThrow(() -> Malformed.at(name, "there is no such " + name)));
  }
}
