package baton.faults;

import baton.channel.Channel;
import baton.channel.Identity;
import baton.channel.Peer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Somebody who writes on WhatsApp: their messages and receipts as Meta sends and signs them.
///
/// @param number digits without `+`
record Customer(Channel channel, String name, String number) {

  String conversation() {
    return Identity.conversation(channel, peer()).value();
  }

  String contact() {
    return Identity.contact(channel, peer()).value();
  }

  private Peer peer() {
    return new Peer(number, Optional.of("+" + number), Optional.of(name));
  }

  /// The webhook of one message.
  ///
  /// @param id Meta's, the same on each redelivery
  String writes(String id, String text, Instant at) {
    return event("""
        "contacts":[{"profile":{"name":%s},"wa_id":"%s"}],\
        "messages":[{"from":"%s","id":"%s","timestamp":"%d","type":"text","text":{"body":%s}}]"""
        .formatted(Wire.text(name), number, number, id, at.getEpochSecond(), Wire.text(text)));
  }

  /// The webhook of a receipt for one of our replies.
  ///
  /// @param ours what we call the reply, which Meta repeats; empty: it does not
  String receipt(String id, String status, Instant at, String ours) {
    return event("""
        "statuses":[{"id":"%s","status":"%s","timestamp":"%d","recipient_id":"%s"%s}]"""
        .formatted(id, status, at.getEpochSecond(), number,
            ours.isEmpty() ? "" : ",\"biz_opaque_callback_data\":\"" + ours + "\""));
  }

  private String event(String value) {
    String body = """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{\
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001111","phone_number_id":"%s"},%s}}]}]}"""
        .formatted(channel.account(), value);
    var event = Wire.object().put("version", "2.0").put("routeKey", "POST /webhooks/{channelId}")
        .put("rawPath", "/webhooks/" + channel.id());
    event.putObject("headers").put("content-type", "application/json").put("X-Hub-Signature-256", signature(body));
    event.putObject("pathParameters").put("channelId", channel.id().value());
    event.putObject("requestContext").put("requestId", "webhook").putObject("http").put("method", "POST");
    return event.put("body", body).put("isBase64Encoded", false).toString();
  }

  private String signature(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      byte[] secret = channel.signing().getFirst().value().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
