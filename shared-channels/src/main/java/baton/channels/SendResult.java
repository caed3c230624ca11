package baton.channels;

import java.time.Duration;
import java.util.Optional;

/// What a provider's answer means for the message that was sent.
public sealed interface SendResult {
  /// The provider took it.
  ///
  /// @param providerId what its receipts will call it
  record Sent(String providerId) implements SendResult {}

  /// Not now: surely not sent, and the same call may succeed later.
  ///
  /// @param after how long the provider asks us to wait, where it says
  record Retry(String reason, Optional<Duration> after) implements SendResult {}

  /// Not there: surely not sent, and to be sent to that address from now on.
  record Moved(String address) implements SendResult {}

  /// The answer does not say whether the message went out. It must not be sent again, or the customer may read it
  /// twice; a receipt may still tell how it fared.
  record Unclear(String reason) implements SendResult {}

  /// Never: this message cannot be sent as it is.
  ///
  /// @param code the provider's, or `http-<status>`
  record Rejected(String code, String reason) implements SendResult {}

  /// Nothing can be sent by this channel until somebody sees to it: a token, a permission, a blocked account. This
  /// message has failed as well.
  record ChannelStopped(String code, String reason) implements SendResult {}
}
