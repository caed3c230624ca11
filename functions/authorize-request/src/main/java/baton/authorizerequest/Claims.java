package baton.authorizerequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a token says, read strictly: a number is a whole number, a text is a text.
record Claims(Map<String, Object> values) {
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final long YEAR_10000 = 253_402_300_800L;

  /// Whether that issuer says it to that audience.
  boolean are(String issuer, String audience) {
    return issuer.equals(values.get("iss")) && switch (values.get("aud")) {
      case String one -> one.equals(audience);
      case List<?> several -> several.contains(audience);
      case null, default -> false;
    };
  }

  /// What is wrong with its times. Our clock and the issuer's may differ by a minute at the beginning; at the end the
  /// issuer's word holds to the second. Milliseconds taken for seconds would be good for ever, and are refused.
  Optional<Reason> untimely(Instant now) {
    if (!(values.get("exp") instanceof Long expires) || expires >= YEAR_10000) {
      return Optional.of(Reason.NO_EXPIRY);
    }
    if (now.getEpochSecond() >= expires) {
      return Optional.of(Reason.EXPIRED);
    }
    var from = values.get("nbf");
    return from == null || from instanceof Long seconds && seconds <= now.plus(SKEW).getEpochSecond()
        ? Optional.empty()
        : Optional.of(Reason.NOT_YET_VALID);
  }

  /// What the issuer calls the person; empty when it does not say.
  String subject() {
    return values.get("sub") instanceof String subject ? subject : "";
  }

  /// The workspace that the person means, whatever stands there.
  @Nullable Object workspace() {
    return values.get("baton_ws");
  }
}
