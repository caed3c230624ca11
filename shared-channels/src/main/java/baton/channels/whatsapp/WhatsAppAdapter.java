package baton.channels.whatsapp;

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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// WhatsApp Cloud API. A channel's account is the phone number id; its signing secret is the Meta app's.
public final class WhatsAppAdapter implements ChannelAdapter {
  private static final String PREFIX = "sha256=";
  private static final Pattern SIGNATURE = Pattern.compile(PREFIX + "[0-9a-f]{64}");
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  @Override
  public ChannelKind kind() {
    return ChannelKind.WHATSAPP;
  }

  @Override
  public Optional<WebhookReply> handshake(WebhookRequest request, Channel channel, Instant now) {
    boolean asked =
        request.method().equals("GET") && request.query().keySet().stream().anyMatch(key -> key.startsWith("hub."));
    return asked ? Optional.of(answer(request, channel.verifyToken())) : Optional.empty();
  }

  private static WebhookReply answer(WebhookRequest request, String expected) {
    boolean known = !expected.isBlank() && Proof.same(expected, request.parameter("hub.verify_token").orElse(""));
    if (!known || !request.parameter("hub.mode").orElse("").equals("subscribe")) {
      return WebhookReply.plain(403, "");
    }
    // Meta documents an int, but means a word of its own; what could be markup is not repeated to anybody.
    return request.parameter("hub.challenge")
        .filter(challenge -> CHALLENGE.matcher(challenge).matches())
        .map(challenge -> WebhookReply.plain(200, challenge))
        .orElse(WebhookReply.plain(400, ""));
  }

  @Override
  public boolean authentic(WebhookRequest request, Channel channel, Instant now) {
    String header = request.header("X-Hub-Signature-256").orElse("");
    if (!SIGNATURE.matcher(header).matches()) {
      return false;
    }
    byte[] claimed = HexFormat.of().parseHex(header.substring(PREFIX.length()));
    return Proof.any(
        channel.secretsAt(now),
        secret -> MessageDigest.isEqual(claimed, Proof.hmac(secret.getBytes(StandardCharsets.UTF_8), request.body())));
  }

  @Override
  public List<Piece> parse(WebhookRequest request, Channel channel) throws UnreadableBody {
    return WhatsAppWebhook.read(Json.read(request.body()));
  }

  @Override
  public Optional<URI> api() {
    return Optional.of(URI.create("https://graph.facebook.com"));
  }

  @Override
  public Optional<SendCall> send(OutgoingText message, Channel channel, URI api) {
    return WhatsAppSending.call(message, channel, api);
  }

  @Override
  public SendResult result(ProviderAnswer answer) {
    return WhatsAppSending.result(answer, Json.lenient(answer.body()));
  }
}
