package baton.channels.webhook;

import baton.channel.Channel;
import baton.channel.ChannelKind;
import baton.channels.ChannelAdapter;
import baton.channels.OutgoingText;
import baton.channels.Piece;
import baton.channels.ProviderAnswer;
import baton.channels.SendCall;
import baton.channels.SendResult;
import baton.channels.UnreadableBody;
import baton.channels.WebhookReply;
import baton.channels.WebhookRequest;
import baton.channels.wire.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Any system that signs its calls as Standard Webhooks describes and speaks the body of [WebhookEvent]. It names no
/// host to send to, so it takes no replies.
public final class WebhookAdapter implements ChannelAdapter {
  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  /// Standard Webhooks has none.
  @Override
  public Optional<WebhookReply> handshake(WebhookRequest request, Channel channel, Instant now) {
    return Optional.empty();
  }

  @Override
  public boolean authentic(WebhookRequest request, Channel channel, Instant now) {
    return StandardSignature.proves(request, channel.secretsAt(now), now);
  }

  @Override
  public List<Piece> parse(WebhookRequest request, Channel channel) throws UnreadableBody {
    return WebhookEvent.read(Json.read(request.body()), request.header("webhook-id").orElse(""));
  }

  @Override
  public Optional<URI> api() {
    return Optional.empty();
  }

  @Override
  public Optional<SendCall> send(OutgoingText message, Channel channel, URI api) {
    return Optional.empty();
  }

  /// Never asked, as nothing is sent.
  @Override
  public SendResult result(ProviderAnswer answer) {
    return new SendResult.Rejected("no-replies", "This channel takes no replies.");
  }
}
