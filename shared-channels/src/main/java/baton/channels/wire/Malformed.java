package baton.channels.wire;

/// One item has not the shape without which it means nothing. It never leaves the item: see [Isolated].
public final class Malformed extends RuntimeException {
  public Malformed(String why) {
    super(why, null, false, false);
  }
}
