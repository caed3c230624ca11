package baton.suite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import baton.suite.template.Template;
import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the handlers answer in events/ is what docs/openapi.yaml says that they answer.
class RepliesTest {
  private static final OpenApi API = OpenApi.read();
  private static final Map<String, Integer> PROBLEMS = ProblemList.read();
  private static final List<Exchange> EXCHANGES =
      HttpHandlers.routes().keySet().stream().flatMap(RepliesTest::exchanges).toList();

  private record Exchange(String name, String route, JsonNode reply) {
    String status() {
      return reply.path("statusCode").asText();
    }
  }

  @Test
  void there_are_replies_of_many_routes() {
    assertThat(EXCHANGES).hasSizeGreaterThanOrEqualTo(100);
    assertThat(EXCHANGES.stream().map(Exchange::route).distinct()).hasSizeGreaterThanOrEqualTo(30);
  }

  @TestFactory
  Stream<DynamicTest> the_reply_is_as_the_document_says() {
    return EXCHANGES.stream().map(exchange -> DynamicTest.dynamicTest(exchange.name(), () -> check(exchange)));
  }

  private static void check(Exchange exchange) {
    var operation = API.operations().get(exchange.route());
    assertThat(operation).as(exchange.route()).isNotNull();
    var responses = operation.path("responses");
    boolean named = responses.has(exchange.status());
    assertThat(named || Integer.parseInt(exchange.status()) >= 400).as("a success is named by its status").isTrue();
    var response = API.follow(responses.path(named ? exchange.status() : "default"));
    if (!named) {
      isProblem(exchange, operation);
    }
    headers(exchange.reply().path("headers"), response);
    body(exchange.reply(), response, named ? "" : "application/problem+json");
  }

  private static void isProblem(Exchange exchange, JsonNode operation) {
    String slug = exchange.reply().path("body").path("type").asText().replaceFirst("^/problems/", "");
    assertThat(API.problems(operation)).as(exchange.route()).contains(slug);
    assertThat(PROBLEMS.get(slug)).as(slug).isEqualTo(Integer.valueOf(exchange.status()));
  }

  private static void body(JsonNode reply, JsonNode response, String preferred) {
    var content = response.path("content");
    var body = reply.path("body");
    if (content.isEmpty()) {
      assertThat(body.asText()).as("nothing is said").isEmpty();
      return;
    }
    String type = preferred.isEmpty() ? content.fieldNames().next() : preferred;
    String said = reply.path("headers").path("content-type").asText(type);
    assertThat(said.split(";")[0]).isEqualTo(type);
    assertThat(SchemaCheck.faults(API, content.path(type).path("schema"), body)).isEmpty();
  }

  // Not every file says its headers; those that do say all of them.
  private static void headers(JsonNode headers, JsonNode response) {
    if (headers.has("etag")) {
      assertThat(response.path("headers").has("ETag")).as("the document knows of an ETag").isTrue();
    }
    var named = response.path("headers").properties();
    if (headers.has("content-type") && response.path("content").has("application/json")
        && !response.path("content").has("application/problem+json")) {
      assertThat(named).allMatch(header -> !API.follow(header.getValue()).path("required").asBoolean() || headers.has(
          header.getKey().toLowerCase(Locale.ROOT)));
    }
  }

  private static Stream<Exchange> exchanges(String function) {
    var folder = Template.root().resolve("events").resolve(function);
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".reply.json")).sorted()
          .map(file -> exchange(function, file)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Exchange exchange(String function, Path file) {
    String stem = file.getFileName().toString().replaceFirst("\\.reply\\.json$", "");
    var event = json(file.resolveSibling(stem + ".json"));
    return new Exchange(function + "/" + stem, event.path("routeKey").asText(), json(file));
  }

  private static JsonNode json(Path file) {
    try {
      return Json.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
