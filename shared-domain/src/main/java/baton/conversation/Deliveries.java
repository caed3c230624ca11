package baton.conversation;

import baton.channel.Channel;
import baton.message.Delivery;
import java.time.Instant;
import java.util.Optional;

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
  ///
  /// @param name what we call the message, where the provider repeats it: so even one whose sending was never answered
  ///     is found
  void receipt(Channel channel, String providerId, Delivery delivery, Instant at, Optional<OutgoingMessage.Name> name);

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
