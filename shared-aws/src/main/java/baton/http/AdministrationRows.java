package baton.http;

import baton.access.Role;
import baton.administration.Result;
import baton.administration.Subject;
import baton.administration.Versioned;
import baton.agent.Agent;
import baton.agent.Enrolled;
import baton.agent.Team;
import baton.channel.Channel;
import baton.channel.Registered;
import baton.conversation.Answer;
import baton.id.TeamId;
import baton.wire.Json;
import baton.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.function.Predicate;

/// How a workspace's setup looks in JSON: to everybody, and with what only its administrators see. A secret is never
/// shown to anybody, but for its last characters.
public final class AdministrationRows {
  private static final int SHOWN = 4;
  private static final int SHOWN_FROM = 12;

  private AdministrationRows() {}

  /// The answer to what was done: its subject as an administrator sees it.
  public static Answer answer(Result.Done done) {
    var subject = done.subject();
    return subject instanceof Subject.Gone
        ? new Answer(204, subject.version(), "")
        : new Answer(done.created() ? 201 : 200, subject.version(), of(subject).toString());
  }

  /// The answer, told.
  public static Response response(Answer answer) {
    return answer.status() == 204
        ? Response.empty(204)
        : Response.json(answer.status(), answer.body()).tagged(answer.version());
  }

  static ObjectNode of(Subject subject) {
    return switch (subject) {
      case Subject.Settings(var workspace) -> settings(workspace);
      case Subject.Person(var enrolled) -> agent(enrolled);
      case Subject.Group(var team) -> team(team);
      case Subject.Line(var channel) -> channel(channel);
      case Subject.Subscription(var channel, var agent, var _) ->
          Json.MAPPER.createObjectNode().put("channel", channel.value()).put("agent", agent.value());
      case Subject.Gone _ -> Json.MAPPER.createObjectNode();
    };
  }

  /// The settings; never the salt.
  public static ObjectNode settings(Versioned<Workspace> versioned) {
    var workspace = versioned.value();
    return Json.MAPPER.createObjectNode()
        .put("id", workspace.id().value())
        .put("name", workspace.name())
        .put("zone", workspace.zone().getId())
        .put("closeIdleAfterSeconds", workspace.closeIdleAfter().toSeconds())
        .put("version", versioned.version());
  }

  /// A team.
  public static ObjectNode team(Versioned<Team> team) {
    return Json.MAPPER.createObjectNode()
        .put("id", team.value().id().value())
        .put("name", team.value().name())
        .put("version", team.version());
  }

  /// An agent, as a colleague sees them, with those of their teams that the colleague may know of.
  public static ObjectNode of(Agent agent, Predicate<TeamId> known) {
    var json = Json.MAPPER.createObjectNode()
        .put("id", agent.id().value())
        .put("name", agent.name())
        .put("account", agent.account().word())
        .put("availability", agent.availability().word())
        .put("open", agent.open())
        .put("capacity", agent.capacity());
    words(json, "roles", agent.roles().stream().map(Role::word).toList());
    words(json, "teams", agent.teams().stream().filter(known).map(TeamId::value).toList());
    return json;
  }

  /// An agent, as administrators see them.
  public static ObjectNode agent(Versioned<Enrolled> enrolled) {
    var agent = enrolled.value().agent();
    var json = of(agent, _ -> true).put("email", agent.email());
    enrolled.value().login().ifPresent(login ->
        json.putObject("login").put("issuer", login.issuer()).put("subject", login.subject()));
    if (!agent.isActive() && agent.open() > 0) {
      // They keep what they hold until somebody hands it on.
      json.putArray("warnings").add("holds_open_conversations");
    }
    return json.put("version", enrolled.version());
  }

  /// A channel, as whoever may follow it sees it.
  public static ObjectNode of(Channel channel) {
    var json = Json.MAPPER.createObjectNode()
        .put("id", channel.id().value())
        .put("kind", channel.kind().word())
        .put("name", channel.name());
    channel.team().ifPresent(team -> json.put("team", team.value()));
    return json;
  }

  /// A channel, as administrators see it.
  public static ObjectNode channel(Versioned<Registered> registered) {
    var channel = registered.value().channel();
    var json = of(channel)
        .put("account", channel.account())
        .put("webhook", "/webhooks/" + channel.id());
    var secrets = json.putArray("signingSecrets");
    channel.signing().forEach(secret -> {
      var entry = hinted(secrets.addObject(), secret.value());
      secret.expiresAt().ifPresent(at -> entry.put("expiresAt", at.toString()));
    });
    credential(json, "verifyToken", channel.verifyToken());
    credential(json, "sendToken", channel.sendToken());
    registered.value().stopped().ifPresent(stopped ->
        json.putObject("stopped").put("code", stopped.code()).put("at", stopped.at().toString()));
    return json.put("version", registered.version());
  }

  private static void credential(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      hinted(json.putObject(name), value);
    }
  }

  // The end of a short one would give too much of it away.
  private static ObjectNode hinted(ObjectNode json, String secret) {
    return json.put("last4", secret.length() < SHOWN_FROM ? "" : secret.substring(secret.length() - SHOWN));
  }

  private static void words(ObjectNode json, String name, Collection<String> words) {
    var array = json.putArray(name);
    words.stream().sorted().forEach(array::add);
  }
}
