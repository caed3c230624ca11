package baton.message;

import java.util.Locale;

/// How far a message of ours has come.
///
/// @param error why it failed: the provider's code and words; empty unless failed
public record Delivery(Status status, String error) {

  /// In the order of progress; a later one is never taken back by an earlier one.
  public enum Status {
    /// Accepted by us, not yet by the provider.
    QUEUED,
    SENT,
    /// Nobody will try again. It stands before delivered: it ends what was only sent, and a delivery proves it wrong.
    FAILED,
    DELIVERED,
    READ,
    PLAYED;

    /// The word in JSON and items: `delivered`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A status without an error.
  public static Delivery of(Status status) {
    return new Delivery(status, "");
  }

  /// A failure and its reason.
  public static Delivery failed(String error) {
    return new Delivery(Status.FAILED, error);
  }

  /// Whether this news changes what is known: progress only, and a failure only before delivery.
  public boolean overrules(Status known) {
    return status.compareTo(known) > 0;
  }
}
