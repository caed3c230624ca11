package baton.channels;

import baton.channel.Inbound;
import baton.message.Delivery;

/// The words of the samples' manifests: `message:text:reply`, `status:failed:retry`, `edit`.
public final class Neutral {
  private Neutral() {}

  /// The word for one thing that a channel told us.
  public static String word(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Message message -> "message:" + message.content().word();
      case Inbound.Receipt receipt -> "status:" + receipt.delivery().status().word() + failure(receipt.delivery());
      case Inbound.Remark remark -> remark.kind();
      case Inbound.Unusable unusable -> unusable.kind();
    };
  }

  private static String failure(Delivery delivery) {
    if (delivery.status() != Delivery.Status.FAILED) {
      return "";
    }
    return delivery.retryable() ? ":retry" : ":permanent";
  }
}
