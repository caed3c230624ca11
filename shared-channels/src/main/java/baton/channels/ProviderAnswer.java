package baton.channels;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a provider answered to a call of ours.
///
/// @param headers by name, in any case
public record ProviderAnswer(int status, Map<String, List<String>> headers, String body) {
  private static final int LONGEST_PAUSE = 86_400;

  /// How many seconds it asks us to wait (`Retry-After`), a day at most; none where it names a date or nothing.
  public Optional<Duration> retryAfter() {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
        .flatMap(header -> header.getValue().stream())
        .filter(value -> value.matches("[0-9]{1,9}"))
        .findFirst()
        .flatMap(value -> pause(Long.parseLong(value)));
  }

  /// That many seconds, a day at most; none where they make no sense.
  public static Optional<Duration> pause(long seconds) {
    return seconds > 0 ? Optional.of(Duration.ofSeconds(Math.min(seconds, LONGEST_PAUSE))) : Optional.empty();
  }

  /// Whether the call was turned away at the door: too many of them, or not now.
  public boolean turnedAway() {
    return status == 429 || status == 503;
  }

  /// Whether something broke, perhaps behind the door: without the provider's own words nobody knows what was done.
  public boolean broken() {
    return status == 408 || status >= 500 && !turnedAway();
  }
}
