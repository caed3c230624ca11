package baton.channels;

import baton.channel.Channel;
import baton.channel.ChannelKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the domain must know of one channel kind: fill it, add it to [ChannelAdapters], and no function changes.
public interface ChannelAdapter {
  /// Which kind it speaks for.
  ChannelKind kind();

  /// The answer to the provider's handshake; empty when this request is none. One that is signed must be proven here:
  /// nobody asks [#authentic] about it.
  Optional<WebhookReply> handshake(WebhookRequest request, Channel channel, Instant now);

  /// Whether the request comes from the provider. Any secret that is valid at that moment will do; without one nothing
  /// is proven.
  boolean authentic(WebhookRequest request, Channel channel, Instant now);

  /// What an authentic request says, in its order, but messages before receipts where both stand in one part of it.
  ///
  /// Items are isolated: one that cannot be read becomes `Unusable` and spoils no other. A message whose sender and id
  /// are clear but whose content is not stays a message, of unsupported content: somebody wrote. There is always at
  /// least one item.
  ///
  /// @throws UnreadableBody when it says nothing that could be told apart (no JSON object, no form): only then nothing of
  ///     it but its bytes can be kept
  List<Piece> parse(WebhookRequest request, Channel channel) throws UnreadableBody;

  /// What the provider is answered after all of it is kept: 200 and nothing, where it does not want a word.
  default WebhookReply accepted(WebhookRequest request, Channel channel) {
    return WebhookReply.empty(200);
  }

  /// The base address of the provider's API; empty when the channel takes no replies.
  Optional<URI> api();

  /// The call that sends a text; empty when the channel takes no replies or has no token to send with.
  ///
  /// @param api the base address of the provider's API, or of what stands in for it
  Optional<SendCall> send(OutgoingText message, Channel channel, URI api);

  /// What the provider's answer to that call means. Only what the provider itself says in its own words, or that it is
  /// too busy, means that the message surely was not sent. No answer at all (a timeout, a lost connection) is the
  /// caller's case: whether the message went out is then unknown.
  SendResult result(ProviderAnswer answer);
}
