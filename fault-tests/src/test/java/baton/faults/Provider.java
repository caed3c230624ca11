package baton.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stands in for WhatsApp's API: takes what is sent, and answers as it is told to.
final class Provider implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Answer> next = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();

  /// How a call is answered.
  ///
  /// @param status 0: the message is taken and the answer gets lost
  record Answer(int status, String body) {
    static final Answer LOST = new Answer(0, "");
    static final Answer BUSY = new Answer(429, "{\"error\":{\"code\":130429,\"message\":\"too many\"}}");
    static final Answer BROKEN = new Answer(503, "");
    static final Answer NEVER = new Answer(400, "{\"error\":{\"code\":131026,\"message\":\"undeliverable\"}}");
  }

  Provider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /// The next calls are answered so; all others are taken.
  synchronized void answers(Answer... answers) {
    next.addAll(List.of(answers));
  }

  synchronized void clear() {
    next.clear();
    asked.clear();
    taken.clear();
  }

  /// The texts of all calls, in their order.
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /// The texts that go to the customer, in their order.
  synchronized List<String> taken() {
    return List.copyOf(taken);
  }

  /// What it calls the message of that text.
  static String idOf(String text) {
    return "wamid.out." + text.replace(' ', '-');
  }

  private void answer(HttpExchange exchange) throws IOException {
    String text = Wire.json(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
        .path("text").path("body").asText();
    var answer = take(text);
    if (answer.status() == 0) {
      exchange.close();
      return;
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private synchronized Answer take(String text) {
    asked.add(text);
    var answer = next.isEmpty()
        ? new Answer(200, "{\"messages\":[{\"id\":\"%s\"}]}".formatted(idOf(text)))
        : next.poll();
    if (answer.status() < 300) {
      taken.add(text);
    }
    return answer;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
