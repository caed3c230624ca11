package baton.channels;

/// The body of a webhook is no JSON object, or one beyond all measure: nothing can be said about what is in it.
public final class UnreadableBody extends Exception {
  public UnreadableBody(String why) {
    super(why);
  }
}
