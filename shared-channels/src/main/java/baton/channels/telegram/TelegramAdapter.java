package baton.channels.telegram;

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
import baton.channels.wire.Proof;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Telegram Bot API. The signing secret is the `secret_token` that setWebhook was given: nothing is signed, the token
/// itself comes with every call. An update does not say which bot it is for.
public final class TelegramAdapter implements ChannelAdapter {
  @Override
  public ChannelKind kind() {
    return ChannelKind.TELEGRAM;
  }

  /// Telegram asks for none.
  @Override
  public Optional<WebhookReply> handshake(WebhookRequest request, Channel channel, Instant now) {
    return Optional.empty();
  }

  @Override
  public boolean authentic(WebhookRequest request, Channel channel, Instant now) {
    String token = request.header("X-Telegram-Bot-Api-Secret-Token").orElse("");
    return Proof.any(channel.secretsAt(now), secret -> Proof.same(secret, token));
  }

  @Override
  public List<Piece> parse(WebhookRequest request, Channel channel) throws UnreadableBody {
    return TelegramUpdate.read(Json.read(request.body()));
  }

  @Override
  public Optional<URI> api() {
    return Optional.of(URI.create("https://api.telegram.org"));
  }

  @Override
  public Optional<SendCall> send(OutgoingText message, Channel channel, URI api) {
    return TelegramSending.call(message, channel, api);
  }

  @Override
  public SendResult result(ProviderAnswer answer) {
    return TelegramSending.result(answer, Json.lenient(answer.body()));
  }
}
