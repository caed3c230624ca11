package baton.channel;

import baton.message.Content;
import baton.message.Delivery;
import java.time.Instant;
import java.util.Optional;

/// One thing that a channel told us by webhook. A webhook's body holds from none to a thousand of them.
public sealed interface Inbound {
  /// The business account that the provider says it is for (a phone number id, a bot); empty where it does not say.
  /// What is for one that is not the channel's own is never kept, only said to have come.
  Optional<String> account();

  /// A customer wrote.
  ///
  /// @param providerId unique within the channel, the same on every redelivery
  /// @param sentAt the provider's clock; empty where it gives none
  /// @param author who wrote it, where the peer is a group chat
  /// @param replyTo the provider's id of the message that this one quotes
  record Message(
      Optional<String> account,
      String providerId,
      Optional<Instant> sentAt,
      Peer peer,
      Optional<Peer> author,
      Content content,
      Optional<String> replyTo)
      implements Inbound {}

  /// How a message that we sent is doing.
  ///
  /// @param providerId what the provider called it when we sent it
  /// @param ourId what we called it, where the provider repeats that: it joins a receipt to a message whose sending was
  ///     never answered
  record Receipt(
      Optional<String> account, String providerId, Delivery delivery, Optional<Instant> at, Optional<String> ourId)
      implements Inbound {
    /// News by a provider that does not know what we called the message.
    public Receipt(Optional<String> account, String providerId, Delivery delivery, Optional<Instant> at) {
      this(account, providerId, delivery, at, Optional.empty());
    }
  }

  /// Something that belongs on the timeline but is no message: an edit, a reaction, an echo of what was sent elsewhere, a
  /// word of the channel itself. It changes no state and tells nobody.
  ///
  /// @param providerId unique within the channel, the same on every redelivery
  /// @param peer whose timeline it belongs on; empty where the channel names only the target, which then says it
  /// @param kind the neutral word: `edit`, `delete`, `reaction:add`, `echo:text`, `system:blocked`
  /// @param target the provider's id of the message it is about
  record Remark(
      Optional<String> account,
      String providerId,
      Optional<Instant> sentAt,
      Optional<Peer> peer,
      String kind,
      Optional<String> target,
      Content content)
      implements Inbound {}

  /// Authentic, but nothing a conversation can hold: an account's error, a kind that we do not know. It is quarantined.
  ///
  /// @param kind `ignored`, `malformed` or `error:account`
  /// @param why one sentence for the person who looks at it later
  record Unusable(Optional<String> account, String kind, String why) implements Inbound {}
}
