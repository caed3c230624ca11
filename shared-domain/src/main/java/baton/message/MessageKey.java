package baton.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a thing stands on a conversation's timeline: by time, ties broken by who it is. The same message has the same
/// key on every redelivery, for ever.
///
/// @param millis UTC milliseconds
/// @param tag `M` and 16 hex digits of the provider's id (incoming), `R` and an id (reply), `N` and an id (remark)
public record MessageKey(long millis, String tag) implements Comparable<MessageKey> {
  private static final Pattern SHAPE = Pattern.compile("(\\d{13})-([MRN][A-Za-z0-9_-]{1,64})");
  private static final Instant LAST = Instant.ofEpochMilli(9_999_999_999_999L);
  private static final Comparator<MessageKey> ORDER =
      Comparator.comparingLong(MessageKey::millis).thenComparing(MessageKey::tag);

  public MessageKey {
    if (!holds(Instant.ofEpochMilli(millis))) {
      throw new IllegalArgumentException("not a time of this age: " + millis);
    }
  }

  /// Whether a key can be of that time: it has 13 digits for it.
  public static boolean holds(Instant at) {
    return !at.isBefore(Instant.EPOCH) && !at.isAfter(LAST);
  }

  /// The key of a message that a customer sent.
  public static MessageKey incoming(Instant at, String providerId) {
    return new MessageKey(at.toEpochMilli(), "M" + hash(providerId));
  }

  /// The key of a remark: an edit, a reaction, an echo.
  public static MessageKey remark(Instant at, String providerId) {
    return new MessageKey(at.toEpochMilli(), "N" + hash(providerId));
  }

  /// The key of a reply: after everything that the timeline held when it was written, whatever a provider's clock said.
  public static MessageKey reply(Instant now, MessageKey last, String id) {
    return new MessageKey(Math.max(now.toEpochMilli(), last.millis + 1), "R" + id);
  }

  /// The key of that text, or none: `1763740800000-M0123456789abcdef`.
  public static Optional<MessageKey> parse(String text) {
    var matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Optional.of(new MessageKey(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /// When it was said, by the clock that counts for the timeline.
  public Instant at() {
    return Instant.ofEpochMilli(millis);
  }

  @Override
  public int compareTo(MessageKey other) {
    return ORDER.compare(this, other);
  }

  /// The form that the API shows.
  @Override
  public String toString() {
    return "%013d-%s".formatted(millis, tag);
  }

  /// The first 16 hex digits of a text's SHA-256.
  public static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
