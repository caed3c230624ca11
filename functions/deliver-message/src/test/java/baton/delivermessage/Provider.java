package baton.delivermessage;

import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
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

/// A channel's API on the loopback interface: it remembers what it was asked, and answers what it was told to.
final class Provider implements AutoCloseable {
  /// What it was asked.
  ///
  /// @param from the connection's other end
  record Asked(String path, String authorization, JsonNode body, String from, String protocol) {}

  /// What it answers; a status of 0 ends the connection without a word.
  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final List<Asked> asked = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();

  Provider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /// From now on, after what it was told to answer before.
  Provider answers(int status, String body) {
    answers.add(new Answer(status, body));
    return this;
  }

  /// The request arrives, its answer never.
  Provider hangsUp() {
    return answers(0, "");
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// The texts it was asked to send.
  List<String> texts() {
    return asked.stream().map(one -> one.body().at("/text/body").asText(one.body().path("text").asText())).toList();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    asked.add(new Asked(
        exchange.getRequestURI().getPath(), String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
        Json.MAPPER.readTree(exchange.getRequestBody()), exchange.getRemoteAddress().toString(),
        exchange.getProtocol()));
    var answer = answers.isEmpty() ? new Answer(500, "{}") : answers.remove();
    if (answer.status() > 0) {
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
