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

  /// It will not be sent any more, for all we know: whatever the provider says of it is better.
  ///
  /// @param end how it ended: failed, or unknown
  void ended(OutgoingMessage message, Delivery end);

  /// The conversation's replies go to another address from now on.
  ///
  /// @param message one that was written for the old address
  void moved(OutgoingMessage message, String address);

  /// The provider tells of one of its ids, perhaps before we know the id.
  ///
  /// @param name what we call the message, where the provider repeats it: so even one whose sending was never answered
  ///     is found
  void receipt(Channel channel, String providerId, Delivery delivery, Instant at, Optional<OutgoingMessage.Name> name);

  /// Whether a message may be sent.
  enum Taken {
    /// Send it.
    YES,
    /// It was sent, or has ended.
    DONE,
    /// Somebody took it and never said how it ended: it may have reached the customer, so it is not sent again.
    UNKNOWN
  }
}
