package baton.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Baton's HTTP API as one agent's client sees it.
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;
  private final String token;

  /// At that address, with that bearer token.
  public Api(URI url, String token) {
    this.url = url;
    this.token = token;
  }

  /// An answer; its body is missing where it was no JSON.
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {
    /// The same, if the request was done.
    ///
    /// @throws IllegalStateException with the problem otherwise
    public Answer done() {
      if (status >= 300) {
        throw new IllegalStateException(
            response.request().method() + " " + response.request().uri().getPath() + " → " + status + " " + response.body());
      }
      return this;
    }

    /// A text of the body.
    public String text(String field) {
      return body.path(field).asText();
    }
  }

  /// Reads.
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /// Does.
  public Answer post(String path, String json) {
    return send(request(path).POST(BodyPublishers.ofString(json)));
  }

  /// Sets.
  public Answer put(String path, String json) {
    return send(request(path).PUT(BodyPublishers.ofString(json)));
  }

  /// Takes away.
  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path))
        .timeout(Duration.ofSeconds(40)) // more than any route may take
        .header("authorization", "Bearer " + token)
        .header("content-type", "application/json");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), json(response.body()), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }
}
