package baton.conversation;

import baton.message.MessageKey;
import java.time.Instant;
import java.util.Optional;

/// What the stream of messages does to a conversation, beside its state: it changes without a new version, so that a
/// message never spoils an agent's click.
///
/// @param lastKey the newest on the timeline
/// @param lateKey the one that last arrived behind it, be it older or newer than those before
/// @param lastAt when the last message was written
/// @param unread whether a customer's message waits to be seen
/// @param readAt when an agent last looked
/// @param waitingSince since when the customer has waited for an answer
public record Traffic(
    MessageKey lastKey,
    Optional<MessageKey> lateKey,
    Instant lastAt,
    LastFrom lastFrom,
    String preview,
    boolean unread,
    Optional<Instant> readAt,
    Optional<Instant> waitingSince) {

  /// Whose the last message was.
  public enum LastFrom {
    CLIENT,
    OPERATOR;

    /// The word in JSON and items: `client`.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// The first message of an episode.
  public static Traffic startedBy(MessageKey key, String preview, Instant receivedAt) {
    return new Traffic(
        key, Optional.empty(), key.at(), LastFrom.CLIENT, preview, true, Optional.empty(), Optional.of(receivedAt));
  }

  /// The first message of a later episode. The newest key never goes back: what a provider's clock puts behind it is late.
  public Traffic restartedBy(MessageKey key, String text, Instant receivedAt) {
    boolean late = key.compareTo(lastKey) < 0;
    return new Traffic(
        late ? lastKey : key, late ? Optional.of(key) : lateKey, late ? lastAt : key.at(), LastFrom.CLIENT,
        late ? preview : text, true, readAt, Optional.of(receivedAt));
  }

  /// After an agent's reply: everything before it has been seen and answered.
  Traffic replied(MessageKey key, String preview, Instant now) {
    return new Traffic(
        key, lateKey, now, LastFrom.OPERATOR, preview, false, Optional.of(now), Optional.empty());
  }

  /// Out of sight with its blocked contact: nothing is unread, and nobody waits.
  Traffic hidden() {
    return new Traffic(lastKey, lateKey, lastAt, lastFrom, preview, false, readAt, Optional.empty());
  }

  /// After closing: nobody waits any more.
  Traffic ended() {
    return new Traffic(lastKey, lateKey, lastAt, lastFrom, preview, unread, readAt, Optional.empty());
  }

  /// The token of all that an agent who looks now has seen.
  public Seen seen() {
    return new Seen(lastKey, lateKey);
  }
}
