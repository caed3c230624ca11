package baton.conversation;

/// The table does not answer, or a race was lost too often: nothing is wrong with the request, and it may be sent again.
public final class Unavailable extends RuntimeException {
  /// For that reason.
  public Unavailable(String why) {
    super(why);
  }

  /// Because of that.
  public Unavailable(String why, Throwable cause) {
    super(why, cause);
  }
}
