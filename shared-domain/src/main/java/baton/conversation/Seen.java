package baton.conversation;

import baton.message.MessageKey;
import java.util.Optional;

/// What an agent had before their eyes: an opaque token of the row. Closing and replying send it back, and are refused
/// over a message that it does not cover.
public record Seen(MessageKey lastKey, Optional<MessageKey> lateKey) {

  /// The token of that text, or none.
  public static Optional<Seen> parse(String token) {
    int cut = token.indexOf('.');
    var last = MessageKey.parse(cut < 0 ? token : token.substring(0, cut));
    if (cut < 0) {
      return last.map(key -> new Seen(key, Optional.empty()));
    }
    var late = MessageKey.parse(token.substring(cut + 1));
    return last.isPresent() && late.isPresent() ? Optional.of(new Seen(last.get(), late)) : Optional.empty();
  }

  /// As it stands in JSON.
  @Override
  public String toString() {
    return lastKey + lateKey.map(key -> "." + key).orElse("");
  }
}
