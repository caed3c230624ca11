package baton.browseinbox;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.channel;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.superAdmin;
import static baton.testing.Fixtures.suspended;

import baton.access.Role;
import baton.agent.Account;
import baton.agent.Agent;
import baton.agent.Availability;
import baton.channel.Channel;
import baton.channel.ChannelKind;
import baton.channel.Identity;
import baton.channel.Peer;
import baton.contact.ContactCommand;
import baton.conversation.Caller;
import baton.conversation.ConversationCommand;
import baton.conversation.IncomingMessage;
import baton.conversation.Outcome;
import baton.id.AgentId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.IdSource;
import baton.id.WorkspaceId;
import baton.message.MessageKey;
import baton.table.Furnishing;
import baton.table.Table;
import baton.table.TestTable;
import baton.testing.AgentFixture;
import baton.testing.Fixtures;
import baton.wire.Json;
import baton.wiring.Environment;
import baton.wiring.Wiring;
import baton.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Acme at work, in a table of its own: Sam is the super admin and Mia the manager; Ana and Bo are operators of support,
/// Cy of sales; Rex is a restricted operator of support, Obi its observer; Dan is suspended.
final class Office {
  static final Channel WHATSAPP = Fixtures.in("support", channel("wa-1", ChannelKind.WHATSAPP, "15550001111"));
  static final Channel SHOP = Fixtures.in("sales", channel("hook-1", ChannelKind.WEBHOOK, ""));
  static final Channel TELEGRAM = channel("tg-1", ChannelKind.TELEGRAM, "acme_bot");
  static final WorkspaceId RIVAL = new WorkspaceId("rival");

  final Table table = TestTable.fresh();
  private final IdSource ids = Fixtures.countedIds();
  private final Wiring wiring = wiring(table);
  private Instant now = Fixtures.NOW;

  Office() {
    var furnishing = new Furnishing(table)
        .with(Fixtures.acme())
        .with(new Workspace(RIVAL, "Rival", ZoneId.of("UTC"), Duration.ZERO, "ffeeddccbbaa99887766554433221100"))
        .with(Fixtures.called("support"))
        .with(Fixtures.called("sales"));
    people().forEach(person -> furnishing.with(person.agent()));
    furnishing.with(rivals("sam", Role.SUPER_ADMIN)).with(rivals("ana", Role.OPERATOR));
    furnishing.subscribed(ACME, Fixtures.id("ana"), WHATSAPP.id());
  }

  private static List<AgentFixture> people() {
    return List.of(
        superAdmin("sam"), manager("mia"), online("ana").in("support"), online("bo").in("support"),
        online("cy").in("sales"), restricted("rex").in("support"), observer("obi").in("support"),
        suspended("dan").in("support"));
  }

  private static Agent rivals(String name, Role role) {
    return new Agent(
        new AgentId(name), RIVAL, name, "", Account.ACTIVE, Set.of(role), Set.of(), Availability.AVAILABLE, 5, 0);
  }

  /// With Eve, an operator of no team.
  Office withEve() {
    furnishing().with(online("eve").agent());
    return this;
  }

  /// The functions' parts around that table.
  Wiring wiring(Table upon) {
    return new Wiring(
        new Environment(Map.of("TABLE_NAME", upon.name())), new OnlyTheTable(upon.client()), () -> now, ids,
        Fixtures.atOnce());
  }

  private record OnlyTheTable(DynamoDbClient dynamoDb) implements Wiring.Clients {
    @Override
    public SnsClient sns() {
      throw new IllegalStateException("whoever looks tells nobody");
    }

    @Override
    public SqsClient sqs() {
      throw new IllegalStateException("whoever looks sends nothing");
    }
  }

  Wiring wiring() {
    return wiring;
  }

  BrowseInboxHandler handler() {
    return new BrowseInboxHandler(wiring);
  }

  BrowseInboxHandler handler(UnaryOperator<DynamoDbRequest> watch) {
    return new BrowseInboxHandler(wiring(TestTable.watched(table, watch)));
  }

  Furnishing furnishing() {
    return new Furnishing(table);
  }

  Instant now() {
    return now;
  }

  Office later(Duration by) {
    now = now.plus(by);
    return this;
  }

  static Peer peer(String name) {
    long digits = Long.parseLong(MessageKey.hash(name).substring(0, 8), 16);
    return new Peer(name, Optional.of("+49151%010d".formatted(digits)), Optional.of(name));
  }

  static ConversationId conversation(Channel channel, String name) {
    return Identity.conversation(channel, peer(name));
  }

  static ContactId contact(Channel channel, String name) {
    return Identity.contact(channel, peer(name));
  }

  /// Somebody's message, named by the provider.
  Office takesIn(IncomingMessage message) {
    wiring.intake().receive(message);
    return this;
  }

  /// Somebody writes.
  ConversationId writes(String name, Channel channel, String text) {
    var said = message(text).on(channel).from(peer(name)).at(now).id("%s-%d".formatted(name, now.toEpochMilli()));
    wiring.intake().receive(said.message());
    return conversation(channel, name);
  }

  /// An agent does something.
  Office does(String agent, ConversationCommand command) {
    return done(wiring.conversationCommands().handle(command, caller(agent)));
  }

  Office does(String agent, ContactCommand command) {
    return done(wiring.contactCommands().handle(command, caller(agent)));
  }

  private Office done(Outcome outcome) {
    if (outcome instanceof Outcome.Refused(var why)) {
      throw new AssertionError("refused: " + why);
    }
    return this;
  }

  private static Caller caller(String agent) {
    return new Caller(ACME, new AgentId(agent), Optional.empty(), OptionalLong.empty());
  }

  /// What an agent gets.
  Got get(String agent, String route, Map<String, String> query) {
    return get(handler(), ACME, agent, route, "", query);
  }

  Got get(String agent, String route, String id) {
    return get(handler(), ACME, agent, route, id, Map.of());
  }

  static Got get(
      BrowseInboxHandler handler, WorkspaceId workspace, String agent, String route, String id,
      Map<String, String> query) {
    var event = Json.MAPPER.createObjectNode().put("version", "2.0").put("routeKey", "GET " + route)
        .put("rawPath", route.replace("{id}", id));
    if (!id.isEmpty()) {
      event.putObject("pathParameters").put("id", id);
    }
    if (!query.isEmpty()) {
      event.set("queryStringParameters", Json.MAPPER.valueToTree(query));
    }
    var context = event.putObject("requestContext").put("requestId", "request");
    context.putObject("http").put("method", "GET");
    context.putObject("authorizer").putObject("lambda").put("workspace", workspace.value()).put("agent", agent);
    return new Got(answer(handler, event));
  }

  static ObjectNode answer(BrowseInboxHandler handler, JsonNode event) {
    try {
      var output = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), output, null);
      var answer = (ObjectNode) Json.MAPPER.readTree(output.toByteArray());
      answer.set("body", Json.read(answer.path("body").asText()));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An answer, its body parsed.
  record Got(ObjectNode answer) {
    String text() {
      return answer.toString();
    }

    int status() {
      return answer.path("statusCode").asInt();
    }

    JsonNode body() {
      return answer.path("body");
    }

    String type() {
      return body().path("type").asText();
    }

    List<String> ids() {
      return body().path("conversations").findValuesAsText("id");
    }

    Optional<String> next(String name) {
      return Optional.of(body().path(name).asText()).filter(text -> !text.isEmpty());
    }
  }
}
