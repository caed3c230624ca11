package baton.channels.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keyed hashes and comparisons that take the same time whatever they find.
public final class Proof {
  private Proof() {}

  /// HMAC-SHA256 over the parts, one after the other.
  ///
  /// @param key not empty: a hash that is keyed with nothing proves nothing
  public static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HmacSHA256", missing);
    }
  }

  /// Whether two secrets are the same one.
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether one of the secrets fits; all are tried, so that time does not tell which.
  public static boolean any(List<String> secrets, Predicate<String> fits) {
    boolean found = false;
    for (String secret : secrets) {
      found |= fits.test(secret);
    }
    return found;
  }

  /// A short name for a text: the same for the same text, another for another.
  public static String fingerprint(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
