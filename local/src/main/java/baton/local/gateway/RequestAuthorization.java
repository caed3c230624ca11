package baton.local.gateway;

import baton.local.function.HostUnavailable;
import baton.local.function.Invoker;
import baton.local.template.ApiSpec;
import baton.local.template.ApiSpec.Authorizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Asks the route's Lambda authorizer who the caller is, and remembers its answer as long as the template allows.
final class RequestAuthorization {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ApiSpec api;
  private final Invoker invoker;
  private final InstantSource clock;
  private final Map<List<String>, Cached> answers = new ConcurrentHashMap<>();

  private record Cached(Outcome outcome, Instant until) {}

  /// What came of asking.
  sealed interface Outcome {

    /// The caller may go on; `context` is what the function behind the route learns, nothing on an open route.
    record Allowed(Optional<ObjectNode> context) implements Outcome {}

    /// The gateway answers itself.
    record Stopped(GatewayReply reply) implements Outcome {}
  }

  RequestAuthorization(ApiSpec api, Invoker invoker, InstantSource clock) {
    this.api = api;
    this.invoker = invoker;
    this.clock = clock;
  }

  Outcome of(GatewayRequest request, Routes.Match match) throws InterruptedException {
    var asked = api.authorizer(match.route());
    if (asked.isEmpty()) {
      return new Outcome.Allowed(Optional.empty());
    }
    var authorizer = asked.get();
    var identity = authorizer.headers().stream()
        .map(header -> request.headers().getOrDefault(header.toLowerCase(Locale.ROOT), ""))
        .toList();
    return identity.stream().anyMatch(String::isBlank)
        ? new Outcome.Stopped(GatewayReply.UNAUTHORIZED)
        : remembered(authorizer, identity, request, match);
  }

  private Outcome remembered(Authorizer authorizer, List<String> identity, GatewayRequest request, Routes.Match match)
      throws InterruptedException {
    var now = clock.instant();
    answers.values().removeIf(cached -> !cached.until.isAfter(now));
    var cached = answers.get(identity);
    if (cached != null) {
      return cached.outcome;
    }
    var answer = ask(authorizer, identity, request, match);
    if (answer.isEmpty()) {
      return new Outcome.Stopped(GatewayReply.INTERNAL_SERVER_ERROR); // a failure is not remembered
    }
    if (authorizer.cache().isPositive()) {
      answers.put(identity, new Cached(answer.get(), now.plus(authorizer.cache())));
    }
    return answer.get();
  }

  private Optional<Outcome> ask(Authorizer authorizer, List<String> identity, GatewayRequest request,
      Routes.Match match)
      throws InterruptedException {
    var event = request.authorizerEvent(match, api.stage(), identity);
    try {
      var invocation = invoker.invoke(authorizer.function(), event.toString().getBytes(StandardCharsets.UTF_8));
      return invocation.failed() ? Optional.empty() : outcome(JSON.readTree(invocation.payload()));
    } catch (HostUnavailable | IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<Outcome> outcome(JsonNode answer) {
    var authorized = answer.path("isAuthorized");
    if (!authorized.isBoolean()) {
      return Optional.empty(); // AWS takes nothing but a real boolean, either
    }
    return Optional.of(authorized.asBoolean()
        ? new Outcome.Allowed(Optional.of(context(answer)))
        : new Outcome.Stopped(GatewayReply.FORBIDDEN));
  }

  private static ObjectNode context(JsonNode answer) {
    return answer.path("context") instanceof ObjectNode context ? context : JsonNodeFactory.instance.objectNode();
  }
}
