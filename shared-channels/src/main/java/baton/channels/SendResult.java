package baton.channels;

import java.time.Duration;
import java.util.Optional;

/// What a provider's answer means for the message that was sent.
public sealed interface SendResult {
  /// The provider took it.
  ///
  /// @param providerId what its receipts will call it
  record Sent(String providerId) implements SendResult {}

  /// Not now: the same call may succeed later.
  ///
  /// @param after how long the provider asks us to wait, where it says
  record Retry(String reason, Optional<Duration> after) implements SendResult {}

  /// Never: this message cannot be sent as it is.
  ///
  /// @param code the provider's, or `http-<status>`
  record Rejected(String code, String reason) implements SendResult {}

  /// Nothing can be sent by this channel until somebody sees to it: a token, a permission, a blocked account. This
  /// message has failed as well.
  record ChannelStopped(String code, String reason) implements SendResult {}
}
