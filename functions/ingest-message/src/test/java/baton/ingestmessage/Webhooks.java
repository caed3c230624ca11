package baton.ingestmessage;

import baton.channel.Channel;
import baton.channel.ChannelKind;
import baton.channels.Sample;
import baton.channels.webhook.StandardSignature;
import baton.testing.HttpCall;
import baton.testing.HttpReply;
import baton.testing.World;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The providers, as they call Acme's webhooks.
final class Webhooks {
  private final World world;
  private IngestMessageHandler handler;

  Webhooks(World world) {
    this.world = world;
    this.handler = new IngestMessageHandler(world.wiring());
  }

  /// A new instance of the function, which remembers nothing.
  Webhooks restarted() {
    handler = new IngestMessageHandler(world.wiring());
    return this;
  }

  /// A new instance that works at one body for that long.
  Webhooks patient(Duration longest) {
    handler = new IngestMessageHandler(world.wiring(), longest);
    return this;
  }

  HttpReply deliver(HttpCall call) {
    return call.through(handler);
  }

  HttpReply deliver(Sample sample) {
    return deliver(call(sample));
  }

  static HttpCall call(Sample sample) {
    return to(channel(sample.kind())).body(sample.body(), true).with(sample.headers());
  }

  HttpReply whatsApp(String body) {
    return deliver(signed(body));
  }

  /// A body that Meta signed.
  static HttpCall signed(String body) {
    return signed(body, secret(World.WHATSAPP));
  }

  static HttpCall signed(String body, String secret) {
    return to(World.WHATSAPP).body(body).header("X-Hub-Signature-256", "sha256=" + hmac(secret, body));
  }

  HttpReply telegram(String body) {
    return deliver(to(World.TELEGRAM).body(body).header("X-Telegram-Bot-Api-Secret-Token", secret(World.TELEGRAM)));
  }

  HttpReply webhook(String id, String body) {
    return deliver(signed(id, world.now(), body));
  }

  /// A body that some system signed at that time.
  static HttpCall signed(String id, Instant at, String body) {
    String time = Long.toString(at.getEpochSecond());
    return to(World.WEBHOOK).body(body)
        .header("webhook-id", id)
        .header("webhook-timestamp", time)
        .header("webhook-signature", StandardSignature.sign(
            secret(World.WEBHOOK), id, time, body.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }

  static HttpCall to(Channel channel) {
    return to(channel.id().value());
  }

  static HttpCall to(String channel) {
    return HttpCall.to("POST /webhooks/{channelId}").path("channelId", channel);
  }

  static Channel channel(ChannelKind kind) {
    return switch (kind) {
      case WHATSAPP -> World.WHATSAPP;
      case TELEGRAM -> World.TELEGRAM;
      case WEBHOOK -> World.WEBHOOK;
    };
  }

  static String secret(Channel channel) {
    return channel.signing().getFirst().value();
  }

  private static String hmac(String secret, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
