package baton.authorizerequest;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys that an issuer publishes, remembered: asked for again when they are ten minutes old, and at once when a token
/// names a key that is not among them, but not more often than every half a minute, whatever strangers send. While the
/// issuer does not answer, what it said serves for an hour.
final class PublishedKeys implements SigningKeys {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration USABLE = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  private final Publication publication;
  private final InstantSource clock;
  private JWKSet known = new JWKSet();
  private Instant learnt = Instant.MIN;
  private Instant nextAttempt = Instant.MIN;
  private @Nullable IOException failure;

  PublishedKeys(Publication publication, InstantSource clock) {
    this.publication = publication;
    this.clock = clock;
  }

  /// Where the keys are published.
  interface Publication {
    JWKSet fetch() throws IOException;
  }

  @Override
  public synchronized List<JWK> fitting(JWSHeader header) {
    var now = clock.instant();
    if (!now.isBefore(learnt.plus(FRESH))) {
      ask(now);
    }
    if (fittingAt(now, header).isEmpty()) {
      ask(now);
    }
    var keys = fittingAt(now, header);
    if (keys.isEmpty() && failure != null) {
      // Perhaps the key is a new one: the token may be good, so this must not be a refusal.
      throw new UncheckedIOException("the issuer's keys cannot be had", failure);
    }
    return keys;
  }

  private List<JWK> fittingAt(Instant now, JWSHeader header) {
    return now.isBefore(learnt.plus(USABLE)) ? SigningKeys.fitting(known, header) : List.of();
  }

  private void ask(Instant now) {
    if (now.isBefore(nextAttempt)) {
      return;
    }
    try {
      known = publication.fetch();
      learnt = now;
      nextAttempt = now.plus(PAUSE);
      failure = null;
    } catch (IOException e) {
      nextAttempt = now.plus(PAUSE_AFTER_FAILURE);
      failure = e;
    }
  }
}
