package baton.conversation;

import baton.id.ChannelId;
import baton.message.Delivery;
import java.time.Instant;

/// How replies fare after they are written: sent once, and followed to the customer's eyes.
public interface Deliveries {

  /// Takes a message in hand, so that nobody else sends it.
  Taken take(OutgoingMessage message, Instant now);

  /// Puts it back: the provider has surely not accepted it.
  void release(OutgoingMessage message);

  /// The provider accepted it under that id. What it said of that id before is applied.
  void sent(OutgoingMessage message, String providerId);

  /// It will not be sent.
  ///
  /// @param error the provider's code and words, or ours
  void failed(OutgoingMessage message, String error);

  /// The provider tells of one of its ids, perhaps before we know the id.
  void receipt(ChannelId channel, String providerId, Delivery delivery, Instant at);

  /// Whether a message may be sent.
  enum Taken {
    /// Send it.
    YES,
    /// It was sent, or has failed for good.
    DONE,
    /// Somebody took it and never said how it ended: it may have reached the customer, so it is not sent again.
    UNKNOWN
  }
}
