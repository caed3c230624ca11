package baton.message;

import java.util.Locale;

/// How far a message of ours has come.
///
/// @param error why it failed, or why nobody knows: a code and words (`131047: Re-engagement message`); empty where
///     there is nothing to explain
/// @param retryable whether what failed may succeed when it is written again: the reason was one that passes
public record Delivery(Status status, String error, boolean retryable) {

  /// In the order of progress; a later one is never taken back by an earlier one.
  public enum Status {
    /// Accepted by us, not yet by the provider.
    QUEUED,
    /// Given to the provider, whose answer is missing: it may have arrived. It is not sent again. It stands before
    /// sent, because whatever the provider says of it is better.
    UNKNOWN,
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
    return new Delivery(status, "", false);
  }

  /// A failure for good and its reason.
  public static Delivery failed(String error) {
    return new Delivery(Status.FAILED, error, false);
  }

  /// A failure whose reason passes.
  public static Delivery failedForNow(String error) {
    return new Delivery(Status.FAILED, error, true);
  }

  /// Nobody knows, and why.
  public static Delivery unknown(String why) {
    return new Delivery(Status.UNKNOWN, why, false);
  }
}
