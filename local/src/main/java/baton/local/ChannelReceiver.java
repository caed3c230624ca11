package baton.local;

import baton.local.http.LoopbackServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Stands in for the channels' own APIs, and so for the customers' side: takes replies as WhatsApp and Telegram would,
/// and keeps a log of them at `GET /log`. `POST /fail` with `{"times","status","body"}` lets the next requests fail.
public final class ChannelReceiver implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WHATSAPP = Pattern.compile("/v\\d+\\.\\d+/([^/]+)/messages");
  private static final Pattern TELEGRAM = Pattern.compile("/bot([^/]+)/sendMessage");

  private final InstantSource clock;
  private final List<Received> log = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong telegramMessages = new AtomicLong(1000);
  private final LoopbackServer server;

  /// A message that reached a customer; `request` is all that was said to the channel's API.
  public record Received(String channel, String account, String recipient, String text, String providerId, Instant at,
      JsonNode request) {

    ObjectNode json() {
      var json = JsonNodeFactory.instance.objectNode().put("channel", channel).put("account", account)
          .put("recipient", recipient).put("text", text).put("providerId", providerId).put("at", at.toString());
      json.set("request", request);
      return json;
    }
  }

  private record Failure(int status, String body) {}

  private record Answer(int status, String body) {}

  private ChannelReceiver(InstantSource clock) {
    this.clock = clock;
    this.server = LoopbackServer.start(0, this::handle);
  }

  /// Starts it on a free port.
  public static ChannelReceiver start(InstantSource clock) {
    return new ChannelReceiver(clock);
  }

  /// What the template's parameters for the channels' APIs are set to.
  public URI url() {
    return server.uri();
  }

  /// What has arrived so far, in this order.
  public List<Received> log() {
    return List.copyOf(log);
  }

  /// Lets the next messages fail with this answer; they do not count as arrived.
  public void failNext(int times, int status, String body) {
    for (var i = 0; i < times; i++) {
      failures.add(new Failure(status, body));
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var answer = answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body, exchange);
    LoopbackServer.answer(exchange, answer.status, "application/json", answer.body.getBytes(StandardCharsets.UTF_8));
  }

  private Answer answer(String method, String path, String body, HttpExchange exchange) throws IOException {
    var whatsApp = WHATSAPP.matcher(path);
    var telegram = TELEGRAM.matcher(path);
    if (method.equals("GET") && path.equals("/log")) {
      var list = JSON.createArrayNode();
      log.forEach(received -> list.add(received.json()));
      return new Answer(200, list.toString());
    }
    if (method.equals("POST") && path.equals("/fail")) {
      return fail(JSON.readTree(body));
    }
    if (!method.equals("POST") || !(whatsApp.matches() || telegram.matches())) {
      return new Answer(404, "{\"error\":\"no such API\"}");
    }
    var failure = failures.poll();
    if (failure != null) {
      return new Answer(failure.status, failure.body);
    }
    return whatsApp.matches()
        ? whatsApp(whatsApp.group(1), JSON.readTree(body),
        exchange.getRequestHeaders().getFirst("Authorization") != null)
        : telegram(telegram.group(1), JSON.readTree(body));
  }

  private Answer fail(JsonNode order) {
    var body = order.path("body");
    failNext(order.path("times").asInt(1), order.path("status").asInt(500),
        body.isTextual() ? body.asText() : body.toString());
    return new Answer(200, "{}");
  }

  private Answer whatsApp(String phoneNumberId, JsonNode request, boolean authorized) {
    if (!authorized) {
      return new Answer(401,
          "{\"error\":{\"message\":\"Authentication Error\",\"type\":\"OAuthException\",\"code\":190}}");
    }
    var to = request.path("to").asText();
    var id = "wamid." + Base64.getEncoder().withoutPadding()
        .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    log.add(new Received("whatsapp", phoneNumberId, to, request.path("text").path("body").asText(), id,
        clock.instant(), request));
    var reply = JSON.createObjectNode().put("messaging_product", "whatsapp");
    reply.putArray("contacts").addObject().put("input", to).put("wa_id", to.replace("+", ""));
    reply.putArray("messages").addObject().put("id", id);
    return new Answer(200, reply.toString());
  }

  private Answer telegram(String token, JsonNode request) {
    var chat = request.path("chat_id").asText();
    var id = telegramMessages.incrementAndGet();
    var at = clock.instant();
    var text = request.path("text").asText();
    log.add(new Received("telegram", token, chat, text, String.valueOf(id), at, request));
    var reply = JSON.createObjectNode().put("ok", true);
    var result = reply.putObject("result").put("message_id", id).put("date", at.getEpochSecond()).put("text", text);
    result.putObject("chat")
        .set("id", request.path("chat_id").isTextual() ? numberOrText(chat) : request.path("chat_id"));
    return new Answer(200, reply.toString());
  }

  private static JsonNode numberOrText(String chat) {
    return chat.matches("-?\\d{1,18}") ? JsonNodeFactory.instance.numberNode(Long.parseLong(chat))
        : JsonNodeFactory.instance.textNode(chat);
  }
}
