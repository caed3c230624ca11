package baton.http;

import baton.conversation.Rejection;
import baton.conversation.Unavailable;
import baton.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;

/// Between API Gateway and the routes of one function: an event in, an answer out, and whatever goes wrong said as a
/// problem.
public final class HttpEdge {
  private final Map<String, Route> routes;
  private final Log log;

  /// For these routes, by their key: `POST /conversations/{id}/claim`.
  public HttpEdge(Map<String, Route> routes, Log log) {
    this.routes = Map.copyOf(routes);
    this.log = log;
  }

  /// Answers one event.
  public void handle(InputStream input, OutputStream output) throws IOException {
    var request = Request.of(Json.MAPPER.readTree(input));
    long began = System.nanoTime();
    var response = answer(request);
    log.request(request, response, (System.nanoTime() - began) / 1_000_000);
    output.write(Json.MAPPER.writeValueAsBytes(response.event()));
  }

  /// The keys of the routes.
  public Set<String> routeKeys() {
    return routes.keySet();
  }

  private Response answer(Request request) {
    var route = routes.get(request.route());
    if (route == null) {
      return Problem.of(new Rejection.NotFound("route"), request.id());
    }
    try {
      return route.answer(request);
    } catch (Malformed malformed) {
      return Problem.of(malformed, request.id());
    } catch (Unavailable | SdkException e) {
      log.failure(request, e);
      return Problem.unavailable(request.id());
    } catch (RuntimeException e) {
      log.failure(request, e);
      return Problem.unexpected(request.id());
    }
  }
}
