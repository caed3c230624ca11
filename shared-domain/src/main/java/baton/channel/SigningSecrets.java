package baton.channel;

import baton.channel.Channel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules for the secrets that webhooks are signed with.
public final class SigningSecrets {
  /// How many may be valid at once.
  public static final int MOST = 2;

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{16,256}");
  private static final Pattern TELEGRAM = Pattern.compile("[A-Za-z0-9_-]{16,256}");
  private static final String STANDARD = "whsec_";

  private SigningSecrets() {}

  /// What is wrong with a secret for that kind of channel, if something is. The secret itself is never repeated.
  public static Optional<String> fault(ChannelKind kind, String secret) {
    return switch (kind) {
      case WHATSAPP -> expected(PRINTABLE.matcher(secret).matches(), "16 to 256 printable ASCII characters are expected");
      case TELEGRAM -> expected(
          TELEGRAM.matcher(secret).matches(), "16 to 256 characters of A-Z, a-z, 0-9, _ and - are expected");
      case WEBHOOK -> expected(isStandard(secret), "whsec_ and the base64 form of 24 to 64 bytes are expected");
    };
  }

  /// The secrets after a new one was given: it comes first, and the one it replaces counts until the overlap is over.
  public static List<Secret> rotated(List<Secret> before, String secret, Duration overlap, Instant now) {
    var until = now.plus(overlap);
    var replaced = before.stream()
        .filter(old -> old.validAt(now) && !old.value().equals(secret) && !overlap.isZero())
        .map(old -> new Secret(old.value(), Optional.of(old.expiresAt().filter(until::isAfter).orElse(until))));
    return Stream.concat(Stream.of(new Secret(secret, Optional.empty())), replaced).limit(MOST).toList();
  }

  private static boolean isStandard(String secret) {
    try {
      int bytes = Base64.getDecoder().decode(secret.startsWith(STANDARD) ? secret.substring(STANDARD.length()) : secret).length;
      return bytes >= 24 && bytes <= 64;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Optional<String> expected(boolean fits, String what) {
    return fits ? Optional.empty() : Optional.of(what);
  }
}
