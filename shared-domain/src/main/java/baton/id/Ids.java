package baton.id;

import java.util.regex.Pattern;

/// The one shape of every id. User text never becomes a key: what does not match is refused here.
public final class Ids {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Ids() {}

  /// Whether a text could be an id at all; an id from a path that is not names nothing.
  public static boolean wellFormed(String value) {
    return SHAPE.matcher(value).matches();
  }

  static void require(String value) {
    if (!wellFormed(value)) {
      throw new IllegalArgumentException("an id must match " + SHAPE + ", this does not: '" + value + "'");
    }
  }
}
