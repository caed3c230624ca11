package baton.suite.budget;

import baton.channel.Channel;
import baton.testing.HttpCall;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What Meta sends to the webhook of that channel, signed as Meta signs it.
record WhatsApp(Channel channel) {
  /// Acme's.
  static final WhatsApp OURS = new WhatsApp(Acme.CHANNEL);
  /// Acme's second number.
  static final WhatsApp SECOND = new WhatsApp(Acme.SECOND);
  /// 200 bytes.
  static final String TEXT = "Hello! ".repeat(28) + "Bye.";
  private static final String NAME = "A customer of twenty-five";

  HttpCall text(String phone, String id, Instant at) {
    return text(phone, id, at, NAME);
  }

  HttpCall text(String phone, String id, Instant at, String name) {
    return messages(phone, name, """
        {"from":"%s","id":"%s","timestamp":"%d","type":"text","text":{"body":"%s"}}"""
        .formatted(phone, id, at.getEpochSecond(), TEXT));
  }

  HttpCall textWithoutATime(String phone, String id) {
    return messages(phone, NAME, """
        {"from":"%s","id":"%s","type":"text","text":{"body":"%s"}}""".formatted(phone, id, TEXT));
  }

  HttpCall hologram(String phone, String id, Instant at) {
    return messages(phone, NAME, """
        {"from":"%s","id":"%s","timestamp":"%d","type":"hologram","hologram":{"body":"%s"}}"""
        .formatted(phone, id, at.getEpochSecond(), TEXT));
  }

  HttpCall reaction(String phone, String id, String to, Instant at) {
    return messages(phone, NAME, """
        {"from":"%s","id":"%s","timestamp":"%d","type":"reaction","reaction":{"message_id":"%s","emoji":"+"}}"""
        .formatted(phone, id, at.getEpochSecond(), to));
  }

  HttpCall receipt(String phone, String id, String status, Instant at) {
    return value(channel.account(), """
        "statuses":[{"id":"%s","status":"%s","timestamp":"%d","recipient_id":"%s"}]"""
        .formatted(id, status, at.getEpochSecond(), phone));
  }

  HttpCall ofAnotherAccount(String phone, String id, Instant at) {
    return value("999999999999999", """
        "messages":[{"from":"%s","id":"%s","timestamp":"%d","type":"text","text":{"body":"%s"}}]"""
        .formatted(phone, id, at.getEpochSecond(), TEXT));
  }

  HttpCall handshake() {
    return HttpCall.to("GET /webhooks/{channelId}").path("channelId", channel.id())
        .query("hub.mode", "subscribe").query("hub.verify_token", channel.verifyToken())
        .query("hub.challenge", "1158201444");
  }

  private HttpCall messages(String phone, String name, String message) {
    return value(channel.account(), """
        "contacts":[{"profile":{"name":"%s"},"wa_id":"%s"}],"messages":[%s]""".formatted(name, phone, message));
  }

  private HttpCall value(String account, String rest) {
    String body = """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{\
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550100000","phone_number_id":"%s"},%s}}]}]}"""
        .formatted(account, rest);
    return HttpCall.to("POST /webhooks/{channelId}").path("channelId", channel.id())
        .header("x-hub-signature-256", "sha256=" + signature(body)).body(body);
  }

  private String signature(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      String secret = channel.signing().getFirst().value();
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
