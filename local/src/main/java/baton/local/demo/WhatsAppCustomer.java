package baton.local.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A customer who writes on WhatsApp: what Meta would send by webhook, signed as Meta signs it.
///
/// @param phone digits without `+`
/// @param account the business's phone number id
/// @param secret the app secret that signs
public record WhatsAppCustomer(URI webhook, String name, String phone, String account, String secret) {

  /// Writes.
  ///
  /// @return the webhook's status
  public int writes(String text) {
    String body = body(text, "wamid." + UUID.randomUUID(), Instant.now());
    return Webhook.post(webhook, Map.of("x-hub-signature-256", "sha256=" + signature(body)), body);
  }

  /// The body of a text message; `text` and `name` must need no escaping in JSON.
  String body(String text, String id, Instant at) {
    return """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{\
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550100000","phone_number_id":"%s"},\
        "contacts":[{"profile":{"name":"%s"},"wa_id":"%s"}],\
        "messages":[{"from":"%s","id":"%s","timestamp":"%s","type":"text","text":{"body":"%s"}}]}}]}]}"""
        .formatted(account, name, phone, phone, id, at.getEpochSecond(), text);
  }

  private String signature(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
