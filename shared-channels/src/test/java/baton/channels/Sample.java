package baton.channels;

import baton.channel.ChannelKind;
import java.util.List;
import java.util.Map;

/// A webhook as a provider sends it.
///
/// @param headers those that prove it, signed with the secret of [Samples#channel]
/// @param expect the neutral words of what it says, in order ([Neutral])
public record Sample(ChannelKind kind, String file, Map<String, String> headers, byte[] body, List<String> expect) {
  /// The call that brings it.
  public WebhookRequest request() {
    return request(body);
  }

  /// The same call with another body.
  public WebhookRequest request(byte[] other) {
    return WebhookRequest.of("POST", "", headers, Map.of(), other);
  }

  @Override
  public String toString() {
    return kind.word() + "/" + file;
  }
}
