package baton.channels;

/// What a provider's handshake is answered with.
public record WebhookReply(int status, String contentType, String body) {
  /// Plain text: what a stranger sent us must never come back as HTML.
  public static WebhookReply plain(int status, String body) {
    return new WebhookReply(status, "text/plain; charset=utf-8", body);
  }
}
