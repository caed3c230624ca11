package baton.channels;

/// What a provider is answered, in its handshake or when all of its call is kept.
///
/// @param contentType empty where the body is
public record WebhookReply(int status, String contentType, String body) {
  /// Plain text: what a stranger sent us must never come back as HTML.
  public static WebhookReply plain(int status, String body) {
    return new WebhookReply(status, "text/plain; charset=utf-8", body);
  }

  /// Nothing.
  public static WebhookReply empty(int status) {
    return new WebhookReply(status, "", "");
  }
}
