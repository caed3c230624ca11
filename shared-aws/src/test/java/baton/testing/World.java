package baton.testing;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.SALT;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.superAdmin;
import static baton.testing.Fixtures.suspended;

import baton.administration.Tally;
import baton.agent.Agent;
import baton.channel.Channel;
import baton.channel.Channel.Secret;
import baton.channel.ChannelKind;
import baton.id.ChannelId;
import baton.id.IdSource;
import baton.table.Contents;
import baton.table.Outbox;
import baton.table.Seed;
import baton.table.Table;
import baton.table.TestTable;
import baton.wiring.Environment;
import baton.wiring.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Acme as it stands on Monday at nine, in a table of its own, with all that the handlers need around it: a clock that
/// is set by hand, counted ids, and an SNS and an SQS that remember. Two worlds that live through the same say the
/// same.
///
/// Sam is the super admin, Mia the manager; Ana and Bo are operators of the team support, Rex a restricted one, Obi its
/// observer, Dan is suspended there; Cy is an operator of sales. WhatsApp enters the queue of support, the webhook that
/// of sales, Telegram one without a team. Mia, Ana, Bo, Rex, Dan and Cy have signed up for WhatsApp, Ana and Bo for
/// Telegram.
public final class World {
  /// Monday at nine.
  public static final Instant MONDAY = Fixtures.NOW;
  /// The topic of events.
  public static final String EVENTS = "arn:aws:sns:eu-central-1:123456789012:baton-conversation-events";
  /// The topic of notices.
  public static final String NOTICES = "arn:aws:sns:eu-central-1:123456789012:baton-assignee-notifications";
  /// The queue of replies.
  public static final String QUEUE = "https://sqs.eu-central-1.amazonaws.com/123456789012/baton-outbound-messages.fifo";

  /// WhatsApp, into the queue of support.
  public static final Channel WHATSAPP = channel(
      "wa-1", ChannelKind.WHATSAPP, "100000000000001", "support", "test_meta_app_secret_0123456789abcdef");
  /// Telegram, into the queue of no team.
  public static final Channel TELEGRAM = channel("tg-1", ChannelKind.TELEGRAM, "", "", "tg-webhook_SECRET-01");
  /// A webhook, into the queue of sales.
  public static final Channel WEBHOOK = channel(
      "hook-1", ChannelKind.WEBHOOK, "", "sales", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);
  private final IdSource ids = Fixtures.countedIds();
  private final RecordingSns sns = new RecordingSns();
  private final RecordingSqs sqs = new RecordingSqs();
  private final Map<String, String> environment = new HashMap<>(Map.of(
      "CONVERSATION_EVENTS_TOPIC", EVENTS, "ASSIGNEE_NOTIFICATIONS_TOPIC", NOTICES, "OUTBOUND_QUEUE_URL", QUEUE,
      "WHATSAPP_API", "http://localhost:1", "TELEGRAM_API", "http://localhost:1", "TRUSTED_ISSUERS", "[]"));
  private final Set<String> published = new HashSet<>();
  private final Table table;
  private final TableTrouble trouble = new TableTrouble();
  private final DynamoDbClient reached;
  private final Story story = new Story(this);

  private World(Table table) {
    this.table = table;
    this.reached = TestTable.watched(table, trouble).client();
    environment.put("TABLE_NAME", table.name());
  }

  /// A new one.
  public static World fresh() {
    return in(TestTable.fresh());
  }

  /// A new one in that empty table.
  public static World in(Table table) {
    var world = new World(table);
    world.seed().put(Beginning.ITEMS);
    return world;
  }

  // Made once: each world begins with a copy.
  private static final class Beginning {
    static final List<Map<String, AttributeValue>> ITEMS = acme(TestTable.fresh());
  }

  private static List<Map<String, AttributeValue>> acme(Table table) {
    var seed = new Seed(table).put(Fixtures.acme()).put(Fixtures.called("support")).put(Fixtures.called("sales"));
    List.of(
            superAdmin("sam"), manager("mia"), online("ana").in("support"), online("bo").in("support"),
            restricted("rex").in("support"), observer("obi").in("support"), suspended("dan").in("support"),
            online("cy").in("sales"))
        .forEach(seed::agents);
    seed.tally(new Tally(Set.of(id("sam")), 2));
    List.of(WHATSAPP, TELEGRAM, WEBHOOK).forEach(seed::put);
    List.of("mia", "ana", "bo", "rex", "dan", "cy").forEach(agent -> seed.subscribe(WHATSAPP.id(), id(agent)));
    List.of("ana", "bo").forEach(agent -> seed.subscribe(TELEGRAM.id(), id(agent)));
    return new Contents(table).items();
  }

  private static Channel channel(String id, ChannelKind kind, String account, String team, String secret) {
    return new Channel(
        new ChannelId(id), ACME, kind, id, account,
        Optional.of(team).filter(name -> !name.isEmpty()).map(Fixtures::team),
        List.of(new Secret(secret, Optional.empty())), "test_verify_token", "7001000001:test-token", SALT);
  }

  /// Lives through that, step by step: see [Story].
  public World given(String... steps) {
    List.of(steps).forEach(story::tell);
    return this;
  }

  /// All that functions are made of.
  public Wiring wiring() {
    return new Wiring(new Environment(Map.copyOf(environment)), new Clients(), now::get, ids, Fixtures.atOnce());
  }

  private final class Clients implements Wiring.Clients {
    @Override
    public DynamoDbClient dynamoDb() {
      return reached;
    }

    @Override
    public SnsClient sns() {
      return sns;
    }

    @Override
    public SqsClient sqs() {
      return sqs;
    }
  }

  /// The variable of the functions' environment is that from now on.
  public World with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// What the table holds.
  public Contents table() {
    return new Contents(table);
  }

  /// For what a test begins with.
  public Seed seed() {
    return new Seed(table);
  }

  /// That agent is changed.
  public World change(String agent, UnaryOperator<Agent> change) {
    seed().change(ACME, id(agent), change);
    return this;
  }

  /// The topics.
  public RecordingSns sns() {
    return sns;
  }

  /// The queue.
  public RecordingSqs sqs() {
    return sqs;
  }

  /// The time.
  public Instant now() {
    return now.get();
  }

  /// It is that time.
  public World at(Instant time) {
    now.set(time);
    return this;
  }

  /// Time passes.
  public World later(Duration by) {
    return at(now().plus(by));
  }

  /// Such requests to the table fail from now on.
  public void tableFails(Predicate<DynamoDbRequest> broken) {
    trouble.failWhen(broken);
  }

  /// The table answers again.
  public void tableAnswers() {
    trouble.end();
  }

  /// The events and messages that the table's stream hands over: those put since this was last asked, in order.
  public List<Map<String, AttributeValue>> stream() {
    return table().items().stream()
        .filter(item -> Outbox.entry(item).isPresent())
        .filter(item -> published.add(item.get("pk").s() + item.get("sk").s()))
        .sorted(StreamOrder.BY_TIME)
        .toList();
  }
}
