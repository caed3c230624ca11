package baton.channels.webhook;

import baton.channels.WebhookRequest;
import baton.channels.wire.Proof;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The signature of Standard Webhooks 1.0.0, version `v1`: HMAC-SHA256 over id, timestamp and raw body.
///
/// Left out is `v1a` (ed25519): entries of versions that we do not know are skipped, as the standard asks.
public final class StandardSignature {
  /// How far the sender's clock may be from ours, both ways. What is older may be a replay.
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  // A dot would let the border between id, timestamp and body be moved without changing what is signed.
  private static final Pattern ID = Pattern.compile("[^.\\s]{1,256}");
  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");
  private static final String PREFIX = "whsec_";

  private StandardSignature() {}

  /// Whether one of the secrets signed the request, and recently.
  static boolean proves(WebhookRequest request, List<String> secrets, Instant now) {
    String id = request.header("webhook-id").orElse("");
    String timestamp = request.header("webhook-timestamp").orElse("");
    String given = request.header("webhook-signature").orElse("");
    if (!ID.matcher(id).matches() || !TIMESTAMP.matcher(timestamp).matches() || !recent(timestamp, now)) {
      return false;
    }
    List<String> entries = Arrays.asList(given.split(" "));
    return Proof.any(secrets, secret -> sign(secret, id, timestamp, request.body())
        .map(expected -> Proof.any(entries, entry -> Proof.same(expected, entry)))
        .orElse(false));
  }

  /// The signature entry that the secret gives: `v1,…`; none when the secret is none.
  public static Optional<String> sign(String secret, String id, String timestamp, byte[] body) {
    byte[] start = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    return key(secret).map(key -> "v1," + Base64.getEncoder().encodeToString(Proof.hmac(key, start, body)));
  }

  private static Optional<byte[]> key(String secret) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
      return key.length == 0 ? Optional.empty() : Optional.of(key);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean recent(String timestamp, Instant now) {
    return Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) <= TOLERANCE.toSeconds();
  }
}
