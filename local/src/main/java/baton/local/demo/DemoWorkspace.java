package baton.local.demo;

import baton.local.LocalBaton;
import baton.local.LocalIssuer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A workspace to try Baton with: five agents, two teams, a channel of each kind. Made once, through the API as anybody
/// would; from then on it belongs to whoever uses it, and is only looked at.
public final class DemoWorkspace {
  /// The workspace's id.
  public static final String ID = "demo";
  /// Signs what the demo's WhatsApp sends.
  public static final String WHATSAPP_SECRET = "demo-app-secret-0123456789abcdef";
  /// The demo's WhatsApp number, as Meta names it.
  public static final String WHATSAPP_ACCOUNT = "106540352242922";
  /// What the demo's Telegram repeats in each call.
  public static final String TELEGRAM_SECRET = "demo-telegram-secret-01";
  /// Signs what the demo's own systems send (Standard Webhooks).
  public static final String WEBHOOK_SECRET = "whsec_ZGVtby13ZWJob29rLXNlY3JldC0wMTIzNDU2Nzg5";

  private static final List<String> KINDS = List.of("whatsapp", "telegram", "webhook");
  private static final List<String> NAMES = List.of("sam", "mia", "ana", "bo", "cy");

  private final LocalBaton baton;
  private final Map<String, String> agents = new LinkedHashMap<>();
  private final Map<String, String> channels = new LinkedHashMap<>();

  private DemoWorkspace(LocalBaton baton) {
    this.baton = baton;
  }

  /// Makes it if there is none, or finds in it what is still there.
  public static DemoWorkspace in(LocalBaton baton) {
    var workspace = new DemoWorkspace(baton);
    var begun = baton.dataDir().map(dir -> dir.resolve("demo-is-being-made"));
    if (FirstWorkspace.in(baton)) {
      begun.ifPresent(DemoWorkspace::mark);
      workspace.make();
    } else if (begun.filter(Files::exists).isPresent()) {
      workspace.make(); // the run before was ended in the middle of it
    }
    begun.ifPresent(DemoWorkspace::unmark);
    workspace.look();
    return workspace;
  }

  /// The API as that agent uses it: `sam`, `mia`, `ana`, `bo` or `cy`.
  public Api as(String name) {
    return new Api(baton.url(), token(name));
  }

  /// That agent's bearer token.
  public String token(String name) {
    return baton.issuer().token(name, ID);
  }

  /// That agent's id.
  public String agent(String name) {
    return agents.get(name);
  }

  /// The names of those agents who may still come in, by which they are asked for.
  public List<String> names() {
    return List.copyOf(agents.keySet());
  }

  /// Whether it still has a channel of that kind.
  public boolean has(String kind) {
    return channels.containsKey(kind);
  }

  /// The webhook of that kind of channel.
  public URI webhook(String kind) {
    return baton.url().resolve("/webhooks/" + channels.get(kind));
  }

  /// Somebody who writes on WhatsApp.
  public WhatsAppCustomer customer(String name, String phone) {
    return new WhatsAppCustomer(webhook("whatsapp"), name, phone, WHATSAPP_ACCOUNT, WHATSAPP_SECRET);
  }

  /// Somebody writes on Telegram, in the chat of that number.
  ///
  /// @return the webhook's status
  public int telegram(String chat, long messageId, Instant at, String text) {
    String body = """
        {"update_id":%d,"message":{"message_id":%d,"from":{"id":%s,"is_bot":false,"first_name":"Tom"},\
        "chat":{"id":%s,"first_name":"Tom","type":"private"},"date":%d,"text":"%s"}}"""
        .formatted(messageId, messageId, chat, chat, at.getEpochSecond(), text);
    return Webhook.post(webhook("telegram"), Map.of("x-telegram-bot-api-secret-token", TELEGRAM_SECRET), body);
  }

  private void make() {
    var sam = as("sam");
    var teams = made(sam, "/teams", "teams", Map.of(
        "Support", "{\"name\":\"Support\"}",
        "Sales", "{\"name\":\"Sales\"}"));
    var people = made(sam, "/agents", "agents", agentBodies(teams));
    var made = made(sam, "/channels", "channels", Map.of(
        "whatsapp", channel("whatsapp", WHATSAPP_ACCOUNT, teams.get("Support"), WHATSAPP_SECRET),
        "telegram", channel("telegram", "", teams.get("Support"), TELEGRAM_SECRET),
        "webhook", channel("webhook", "", teams.get("Sales"), WEBHOOK_SECRET)));
    for (String kind : List.of("whatsapp", "telegram")) {
      for (String name : List.of("Ana", "Bo")) {
        sam.put("/channels/" + made.get(kind) + "/subscribers/" + people.get(name), "{}").done();
      }
    }
    sam.put("/channels/" + made.get("webhook") + "/subscribers/" + people.get("Cy"), "{}").done();
    for (String name : List.of("mia", "ana", "bo", "cy")) {
      as(name).put("/agents/me/availability", "{\"availability\":\"available\"}").done();
    }
  }

  // Agents by their logins, channels by their kind: names may have been changed.
  private void look() {
    for (String name : NAMES) {
      var me = as(name).get("/me");
      if (me.status() == 200) {
        agents.put(name, me.text("id"));
        if (channels.size() < KINDS.size()) {
          as(name).get("/channels").body().path("channels").forEach(channel ->
              channels.putIfAbsent(channel.path("kind").asText(), channel.path("id").asText()));
        }
      }
    }
  }

  private static void mark(Path file) {
    try {
      Files.writeString(file, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unmark(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> agentBodies(Map<String, String> teams) {
    var bodies = new LinkedHashMap<String, String>();
    bodies.put("Mia", agent("Mia", "manager", List.of()));
    bodies.put("Ana", agent("Ana", "operator", List.of(teams.get("Support"))));
    bodies.put("Bo", agent("Bo", "operator", List.of(teams.get("Support"))));
    bodies.put("Cy", agent("Cy", "operator", List.of(teams.get("Sales"))));
    return bodies;
  }

  private static String agent(String name, String role, List<String> teams) {
    String subject = name.toLowerCase(Locale.ROOT);
    String teamList = teams.stream().map(team -> "\"" + team + "\"").collect(Collectors.joining(",", "[", "]"));
    return """
        {"name":"%s","email":"%s@demo.invalid","roles":["%s"],"teams":%s,"capacity":20,\
        "login":{"issuer":"%s","subject":"%s"}}"""
        .formatted(name, subject, role, teamList, LocalIssuer.ISSUER, subject);
  }

  private static String channel(String kind, String account, String team, String secret) {
    return """
        {"kind":"%s","name":"%s","account":"%s","team":"%s","signingSecret":"%s","verifyToken":"demo-verify-token",\
        "sendToken":"demo-send-token"}"""
        .formatted(kind, kind, account, team, secret);
  }

  // By name: what the list has already is not made again.
  private static Map<String, String> made(Api api, String path, String list, Map<String, String> bodies) {
    var ids = new LinkedHashMap<String, String>();
    for (JsonNode one : api.get(path).done().body().path(list)) {
      ids.put(one.path("name").asText(), one.path("id").asText());
    }
    bodies.forEach((name, body) -> {
      if (!ids.containsKey(name)) {
        ids.put(name, api.post(path, body).done().text("id"));
      }
    });
    return ids;
  }
}
