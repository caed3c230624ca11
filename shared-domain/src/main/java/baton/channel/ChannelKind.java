package baton.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What sort of channel it is. A new one is a constant here and an adapter beside the others.
public enum ChannelKind {
  /// WhatsApp Cloud API.
  WHATSAPP(Trait.TAKES_REPLIES, Trait.NAMES_ACCOUNT, Trait.TELLS_TIME),
  /// Telegram Bot API.
  TELEGRAM(Trait.TAKES_REPLIES, Trait.TELLS_TIME),
  /// Any system that signs its calls as Standard Webhooks describes. It takes no replies: it names no host to send to.
  WEBHOOK;

  private enum Trait { TAKES_REPLIES, NAMES_ACCOUNT, TELLS_TIME }

  private final Set<Trait> traits;

  ChannelKind(Trait... traits) {
    this.traits = Set.of(traits);
  }

  /// Whether an agent's reply can be sent by this channel.
  public boolean takesReplies() {
    return traits.contains(Trait.TAKES_REPLIES);
  }

  /// Whether each message says for which account it is: a channel without one could not tell its own from another's.
  public boolean namesAccount() {
    return traits.contains(Trait.NAMES_ACCOUNT);
  }

  /// Whether the provider's own clock says when something was written, the same on every redelivery. The clock of a
  /// stranger's system may be wrong, and may say something else at each attempt.
  public boolean tellsTime() {
    return traits.contains(Trait.TELLS_TIME);
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
