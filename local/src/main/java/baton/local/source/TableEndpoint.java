package baton.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Speaks DynamoDB's own JSON with DynamoDB Local. Not the SDK, because the JSON of a stream's record is what Lambda
/// hands to a function, and the JSON of `CreateTable` is what the template says: nothing is translated, so nothing is
/// lost.
public final class TableEndpoint implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNSIGNED = "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
      + " SignedHeaders=host, Signature=none";

  private final URI endpoint;
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// Talks to a DynamoDB Local at this address.
  public TableEndpoint(URI endpoint) {
    this.endpoint = endpoint;
  }

  /// What DynamoDB refused, by the name of its exception.
  public static final class Refusal extends RuntimeException {

    private final String type;

    Refusal(String type, String message) {
      super(type + ": " + message);
      this.type = type;
    }

    /// The exception's name without its name space.
    public String type() {
      return type;
    }
  }

  /// Calls an operation of the tables.
  public JsonNode table(String operation, ObjectNode request) throws InterruptedException {
    return call("DynamoDB_20120810." + operation, request);
  }

  /// Calls an operation of the streams.
  public JsonNode streams(String operation, ObjectNode request) throws InterruptedException {
    return call("DynamoDBStreams_20120810." + operation, request);
  }

  /// An empty request.
  public static ObjectNode request() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private JsonNode call(String target, ObjectNode request) throws InterruptedException {
    try {
      var response = http.send(HttpRequest.newBuilder(endpoint).timeout(Duration.ofSeconds(20))
          .header("X-Amz-Target", target).header("Content-Type", "application/x-amz-json-1.0")
          .header("Authorization", UNSIGNED)
          .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request))).build(), BodyHandlers.ofByteArray());
      var body = JSON.readTree(response.body());
      if (response.statusCode() != 200) {
        var type = body.path("__type").asText();
        throw new Refusal(type.substring(type.indexOf('#') + 1),
            body.path("message").asText(body.path("Message").asText()));
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
