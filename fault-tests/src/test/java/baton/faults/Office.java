package baton.faults;

import baton.channel.Channel;
import baton.conversation.Attempts;
import baton.id.IdSource;
import baton.table.Key;
import baton.table.LocalTable;
import baton.table.StoredInbox;
import baton.table.Table;
import baton.testing.AgentFixture;
import baton.testing.Everything;
import baton.testing.Fixtures;
import baton.wiring.Environment;
import baton.wiring.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Acme on a table of its own in DynamoDB Local: its clock, its topics and queue, and as many instances of its functions
/// as somebody wants.
final class Office {
  static final Channel CHANNEL = Fixtures.whatsapp();
  static final Customer KIM = new Customer(CHANNEL, "Kim", "4915112345678");

  // A token of one transaction must never be one of another: they share a database for the ten minutes that count.
  private static final AtomicLong IDS = new AtomicLong();
  private static final SdkHttpClient HTTP = UrlConnectionHttpClient.builder()
      .connectionTimeout(Duration.ofMinutes(1)).socketTimeout(Duration.ofMinutes(2)).build();

  private final Table table;
  private final StoredInbox inbox;
  private final AtomicReference<Instant> now = new AtomicReference<>(Fixtures.NOW);
  private final FaultyHttp http = new FaultyHttp(HTTP);
  private final DynamoDbClient dynamoDb;
  private final Topics topics = new Topics();
  private final Queue queue = new Queue();
  private String provider = "http://localhost:9";

  private Office(Table table, Function<SdkHttpClient, DynamoDbClient> client) {
    this.table = table;
    this.inbox = new StoredInbox(table);
    this.dynamoDb = client.apply(http);
  }

  /// Acme with these people; whoever is named is told of what waits.
  static Office with(List<String> subscribers, AgentFixture... people) {
    return new Office(LocalTable.fresh(), Office::dynamoDb).furnished(subscribers, people);
  }

  /// Acme upon another table, whose functions reach it by that client.
  static Office upon(Table table, DynamoDbClient client, AgentFixture... people) {
    return new Office(table, _ -> client).furnished(List.of(), people);
  }

  private Office furnished(List<String> subscribers, AgentFixture... people) {
    inbox.put(Fixtures.acme());
    List.of("support", "sales").forEach(team -> inbox.put(Fixtures.called(team)));
    inbox.put(CHANNEL);
    for (var person : people) {
      inbox.put(person.agent());
    }
    subscribers.forEach(name -> inbox.subscribe(CHANNEL.id(), Fixtures.id(name)));
    return this;
  }

  /// Replies go there.
  Office sendingTo(String address) {
    provider = address;
    return this;
  }

  Instant now() {
    return now.get();
  }

  void later(Duration by) {
    now.updateAndGet(at -> at.plus(by));
  }

  void at(Instant moment) {
    now.set(moment);
  }

  Topics topics() {
    return topics;
  }

  Queue queue() {
    return queue;
  }

  Table table() {
    return table;
  }

  StoredInbox inbox() {
    return inbox;
  }

  Map<Key, Map<String, AttributeValue>> items() {
    return inbox.items();
  }

  Everything everything() {
    return StoredInbox.everything(items());
  }

  /// The way to the table.
  FaultyHttp http() {
    return http;
  }

  /// A new instance in a run in which this goes wrong.
  Instance instance(FaultPlan plan) {
    http.begin(plan);
    return another();
  }

  /// A new instance in a run in which all goes well.
  Instance instance() {
    return instance(FaultPlan.NONE);
  }

  /// One more instance in the same run.
  Instance another() {
    var environment = new Environment(Map.of(
        "TABLE_NAME", table.name(), "CONVERSATION_EVENTS_TOPIC", Topics.EVENTS, "ASSIGNEE_NOTIFICATIONS_TOPIC",
        Topics.NOTICES, "OUTBOUND_QUEUE_URL", Queue.URL, "TRUSTED_ISSUERS", "[]", "WHATSAPP_API", provider,
        "TELEGRAM_API", provider));
    IdSource ids = () -> "%026d".formatted(IDS.incrementAndGet());
    // Two hundred at once take their time here: a clock that stands still ends no try.
    var attempts = Attempts.standard(() -> Fixtures.NOW, bound -> bound / 2, _ -> Thread.yield());
    return new Instance(new Wiring(environment, new Clients(), now::get, ids, attempts));
  }

  private final class Clients implements Wiring.Clients {
    @Override
    public DynamoDbClient dynamoDb() {
      return dynamoDb;
    }

    @Override
    public SnsClient sns() {
      return topics;
    }

    @Override
    public SqsClient sqs() {
      return queue;
    }
  }

  // As many tries as in production, without the pauses, and with time enough for two hundred at once.
  private static DynamoDbClient dynamoDb(SdkHttpClient http) {
    return DynamoDbClient.builder()
        .endpointOverride(LocalTable.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(http)
        .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
            .maxAttempts(3)
            .backoffStrategy(BackoffStrategy.retryImmediately())
            .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
            .circuitBreakerEnabled(false)
            .build()))
        .build();
  }
}
