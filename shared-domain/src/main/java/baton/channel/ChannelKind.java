package baton.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What sort of channel it is. A new one is a constant here and an adapter beside the others.
public enum ChannelKind {
  /// WhatsApp Cloud API.
  WHATSAPP(true),
  /// Telegram Bot API.
  TELEGRAM(true),
  /// Any system that signs its calls as Standard Webhooks describes. It takes no replies: it names no host to send to.
  WEBHOOK(false);

  private final boolean takesReplies;

  ChannelKind(boolean takesReplies) {
    this.takesReplies = takesReplies;
  }

  /// Whether an agent's reply can be sent by this channel.
  public boolean takesReplies() {
    return takesReplies;
  }

  /// The word in JSON and in items: `whatsapp`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind of that word, or none.
  public static Optional<ChannelKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
