package baton.authorizerequest;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where an issuer publishes its keys; the template says so, never a token. No redirect is followed.
///
/// @param patience in which all of it must be here
record KeySetUrl(URI url, Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long MOST_BYTES = 256 * 1024L;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  KeySetUrl {
    boolean secret = "https".equals(url.getScheme()) && url.getHost() != null;
    boolean near = "http".equals(url.getScheme()) && url.getHost() != null && LOOPBACK.contains(url.getHost());
    if (!secret && !near || url.getUserInfo() != null) {
      throw new IllegalArgumentException("TrustedIssuers: jwksUrl must be https: " + url);
    }
  }

  static KeySetUrl of(String url) {
    return new KeySetUrl(URI.create(url), PATIENCE);
  }

  /// A client of its own each time: it happens every ten minutes, and no connection lives on into a snapshot.
  JWKSet fetch() throws IOException {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      try {
        return keys(client
            .sendAsync(HttpRequest.newBuilder(url).build(), BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES))
            .get(patience.toMillis(), TimeUnit.MILLISECONDS));
      } finally {
        client.shutdownNow(); // or close() would wait for an answer that is late
      }
    } catch (ExecutionException | TimeoutException | ParseException e) {
      throw new IOException("no keys from " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private JWKSet keys(HttpResponse<String> answer) throws IOException, ParseException {
    if (answer.statusCode() != 200) {
      throw new IOException("no keys from " + url + ": " + answer.statusCode());
    }
    return JWKSet.parse(answer.body());
  }
}
