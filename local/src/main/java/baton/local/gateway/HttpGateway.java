package baton.local.gateway;

import baton.local.function.HostUnavailable;
import baton.local.function.Invoker;
import baton.local.gateway.RequestAuthorization.Outcome;
import baton.local.http.LoopbackServer;
import baton.local.template.ApiSpec;
import baton.local.template.EventSource.Route;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The HTTP API: finds the route, asks the authorizer, invokes the function with an event of payload format 2.0, and
/// answers what it says.
public final class HttpGateway implements AutoCloseable {

  private static final int LARGEST_BODY = 10 * 1024 * 1024;

  private final ApiSpec api;
  private final Routes routes;
  private final Invoker invoker;
  private final RequestAuthorization authorization;
  private final CorsHeaders cors;
  private final InstantSource clock;
  private final ExecutorService integrations = Executors.newVirtualThreadPerTaskExecutor();
  private final LoopbackServer server;

  private HttpGateway(ApiSpec api, List<Route> routes, Invoker invoker, InstantSource clock, int port) {
    routes.forEach(route -> api.authorizer(route)); // fails now, not open
    this.api = api;
    this.routes = new Routes(routes);
    this.invoker = invoker;
    this.authorization = new RequestAuthorization(api, invoker, clock);
    this.cors = new CorsHeaders(api.cors());
    this.clock = clock;
    this.server = LoopbackServer.start(port, this::handle);
  }

  /// Starts serving; port 0 picks a free one.
  public static HttpGateway start(ApiSpec api, List<Route> routes, Invoker invoker, InstantSource clock, int port) {
    return new HttpGateway(api, routes, invoker, clock, port);
  }

  /// Where it answers.
  public URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
    integrations.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    var request = GatewayRequest.of(exchange, body, UUID.randomUUID().toString(), clock.instant());
    try {
      send(exchange, request, body.length > LARGEST_BODY ? GatewayReply.TOO_LARGE : reply(request));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the run is ending; the caller sees a broken connection
    }
  }

  private GatewayReply reply(GatewayRequest request) throws InterruptedException {
    var preflight = cors.preflight(request);
    if (preflight.isPresent()) {
      return preflight.get();
    }
    var match = routes.find(request.method(), request.rawPath());
    if (match.isEmpty()) {
      return GatewayReply.NOT_FOUND;
    }
    return switch (authorization.of(request, match.get())) {
      case Outcome.Stopped(var reply) -> reply;
      case Outcome.Allowed(var context) -> invoke(request, match.get(), context);
    };
  }

  private GatewayReply invoke(GatewayRequest request, Routes.Match match, Optional<ObjectNode> context)
      throws InterruptedException {
    var event = request.event(match, api.stage(), context);
    try {
      var payload = event.toString().getBytes(StandardCharsets.UTF_8);
      var answer = integrations.submit(() -> invoker.invoke(match.route().function(), payload));
      var invocation = answer.get(match.route().timeout().toMillis(), TimeUnit.MILLISECONDS);
      return invocation.failed() ? GatewayReply.INTERNAL_SERVER_ERROR : GatewayReply.of(invocation.payload());
    } catch (TimeoutException _) {
      return GatewayReply.SERVICE_UNAVAILABLE; // the function goes on, as it would in AWS
    } catch (ExecutionException e) {
      return e.getCause() instanceof HostUnavailable ? GatewayReply.SERVICE_UNAVAILABLE
          : GatewayReply.INTERNAL_SERVER_ERROR;
    }
  }

  private void send(HttpExchange exchange, GatewayRequest request, GatewayReply reply) throws IOException {
    var headers = exchange.getResponseHeaders();
    reply.headers().forEach(headers::set);
    reply.cookies().forEach(cookie -> headers.add("Set-Cookie", cookie));
    cors.onReply(request).forEach(headers::set);
    headers.set("apigw-requestid", request.id());
    LoopbackServer.send(exchange, reply.status(), reply.body());
  }
}
