package baton.wiring;

import baton.http.HttpFunction;
import baton.wire.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// Runs a function's own code once before Lambda takes the snapshot that it will start from (SnapStart): every route,
/// against a transport that answers without a network. Nothing is read, nothing is written, no secret is frozen.
public final class Priming implements Resource {
  // The context holds its resources weakly; this keeps the function's one.
  @SuppressWarnings("unused")
  private static volatile Priming kept;

  private final Function<Wiring, Rehearsal> rehearsal;

  private Priming(Function<Wiring, Rehearsal> rehearsal) {
    this.rehearsal = rehearsal;
  }

  private record Rehearsal(RequestStreamHandler handler, List<?> events) {}

  /// Before the next snapshot, primes what this makes.
  public static void register(Function<Wiring, HttpFunction> function) {
    keep(wiring -> {
      var primed = function.apply(wiring);
      return new Rehearsal(primed, primed.routeKeys().stream().map(Priming::event).toList());
    });
  }

  /// Before the next snapshot, primes what this makes with that event; for a function that has no routes.
  public static void register(Function<Wiring, RequestStreamHandler> function, Supplier<?> event) {
    keep(wiring -> new Rehearsal(function.apply(wiring), List.of(event.get())));
  }

  private static void keep(Function<Wiring, Rehearsal> rehearsal) {
    kept = new Priming(rehearsal);
    Core.getGlobalContext().register(kept);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
    var rehearsed = rehearsal.apply(CannedAnswers.wiring());
    for (Object event : rehearsed.events()) {
      rehearsed.handler().handleRequest(
          new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), new ByteArrayOutputStream(), null);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing was opened: the primed wiring is garbage, and the function's own clients have not been used yet.
  }

  private static Object event(String route) {
    String[] parts = route.split(" ", 2);
    return Map.of(
        "version", "2.0",
        "routeKey", route,
        "rawPath", parts[1].replaceAll("\\{[^}]*}", "primed"),
        "headers", Map.of("content-type", "application/json"),
        "pathParameters", Map.of("id", "primed", "channelId", "primed", "agentId", "primed"),
        "requestContext", Map.of(
            "requestId", "primed",
            "http", Map.of("method", parts[0]),
            "authorizer", Map.of("lambda", Map.of("workspace", "primed", "agent", "primed"))),
        "body", "{}",
        "isBase64Encoded", false);
  }
}
