package baton.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server that only this machine can reach, one virtual thread per request.
public final class LoopbackServer implements AutoCloseable {

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // without it small answers wait for an acknowledgement
    // A client must be the one that ends an idle connection: else its next request may meet one that is just closing.
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1"); // "localhost" may be ::1 first

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /// Serves everything with one handler; port 0 picks a free one.
  public static LoopbackServer start(int port, HttpHandler handler) {
    try {
      var server = HttpServer.create(new InetSocketAddress(LOOPBACK, port), 1024);
      var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-" + port + "-", 0).factory());
      server.setExecutor(threads);
      server.createContext("/", exchange -> serve(handler, exchange));
      server.start();
      return new LoopbackServer(server, threads);
    } catch (BindException _) {
      throw new IllegalStateException("Port %d is taken: give another one with --port".formatted(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The address without a path.
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Answers an exchange.
  public static void answer(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    send(exchange, status, body);
  }

  /// Answers an exchange whose headers are set.
  public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    var bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304;
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void serve(HttpHandler handler, HttpExchange exchange) throws IOException {
    try (exchange) {
      handler.handle(exchange);
    } catch (RuntimeException e) {
      System.err.printf("%s %s: %s%n", exchange.getRequestMethod(), exchange.getRequestURI(), e);
      throw e;
    }
  }
}
