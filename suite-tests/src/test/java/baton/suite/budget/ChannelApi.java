package baton.suite.budget;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// WhatsApp's API as far as replies need it: takes each and gives it an id, unless it is told to be too busy.
final class ChannelApi implements AutoCloseable {
  /// How it answers.
  enum Mood {
    TAKES(200),
    BUSY(429),
    /// Nothing can be sent by this channel at all.
    STOPPED(401);

    private final int status;

    Mood(int status) {
      this.status = status;
    }
  }

  private final HttpServer server;
  private final AtomicInteger count = new AtomicInteger();
  private volatile Mood mood = Mood.TAKES;

  ChannelApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://%s:%d".formatted(server.getAddress().getHostString(), server.getAddress().getPort());
  }

  /// From now on it answers so.
  void says(Mood next) {
    mood = next;
  }

  /// The id that it gave last.
  String lastId() {
    return id(count.get());
  }

  private static String id(int number) {
    return "wamid.HBgLMTU1NTAxMDAwMDAVAgARGBI%020d".formatted(number);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String body = switch (mood) {
      case TAKES ->
          "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"%s\"}]}".formatted(id(count.incrementAndGet()));
      case BUSY -> "{\"error\":{\"code\":130429,\"message\":\"too many\"}}";
      case STOPPED -> "{\"error\":{\"code\":190,\"message\":\"the token is no longer good\"}}";
    };
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(mood.status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
