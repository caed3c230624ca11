package baton.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/// A call to a webhook, as a provider makes it.
final class Webhook {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Webhook() {}

  /// Posts JSON.
  ///
  /// @return the status
  static int post(URI webhook, Map<String, String> headers, String body) {
    var request = HttpRequest.newBuilder(webhook)
        .timeout(Duration.ofSeconds(40)) // more than any route may take
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
