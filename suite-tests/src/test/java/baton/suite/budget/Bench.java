package baton.suite.budget;

import static org.assertj.core.api.Assertions.assertThat;

import baton.suite.template.Template;
import baton.table.Bulk;
import baton.table.Outbox;
import baton.table.Table;
import baton.table.meter.Call;
import baton.table.meter.Measured;
import baton.table.meter.Meter;
import baton.table.meter.Meter.Change;
import baton.table.meter.TableShape;
import baton.testing.Invocation;
import baton.testing.LambdaEvents;
import baton.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/// Where operations are measured: Acme upon a table, and between its functions what AWS does, a step at a time.
final class Bench implements AutoCloseable {
  private static final AtomicLong BENCHES = new AtomicLong();

  private final Meter meter;
  private final Table table;
  private final ChannelApi channelApi = new ChannelApi();
  private final AtomicReference<Instant> now = new AtomicReference<>(Acme.NINE);
  // Two benches at one DynamoDB Local must not use the same token twice: a token is not a table's own.
  private final AtomicLong ids = new AtomicLong(BENCHES.incrementAndGet() * 1_000_000_000L);
  private final List<Change> unpublished = new ArrayList<>();
  private final List<Call> recorded = new ArrayList<>();
  private final Set<Outside.Asked> asked = ConcurrentHashMap.newKeySet();
  private final Set<String> routes = ConcurrentHashMap.newKeySet();
  private final Set<String> told;
  private int customers;
  private int sent;
  private int seen;
  private List<PublishRequest> repeated = List.of();

  /// Upon that table, which Acme has been put into.
  Bench(Table table) {
    this.table = table;
    this.meter = new Meter(table.client(), TableShape.ofTemplate());
    this.told = Set.copyOf(Template.read().get(
        "Resources", "SendNotificationsFunction", "Properties", "Events", "Happened", "Properties", "FilterPolicy", "type")
        .texts());
  }

  /// What that operation costs, alone with a customer of its own.
  Cost measure(Operation operation) {
    now.set(Acme.NINE);
    unpublished.clear();
    sent = 0;
    repeated = List.of();
    var functions = new Functions(meter, table.name(), channelApi.url(), now::get, ids, asked, routes);
    var scene = new Scene(this, functions, "49%010d".formatted(++customers));
    step(List.of(), () -> operation.given().accept(scene));
    var cost = step(operation.together(), () -> operation.when().accept(scene));
    int before = functions.sqs().sent().size();
    var later = step(List.of(), () -> {
      publish(functions);
      deliver(functions, LambdaEvents.QUEUE_ARN);
    });
    var events = at(World.EVENTS, functions.sns().published());
    var telling = step(List.of(), () -> tell(functions));
    return Cost.of(cost, later, telling, new Cost.Said(
        events.size(), (int) events.stream().filter(this::isTold).count(),
        at(World.NOTICES, functions.sns().take()).size(), functions.sqs().sent().size() - before));
  }

  private static List<PublishRequest> at(String topic, List<PublishRequest> published) {
    return published.stream().filter(one -> one.topicArn().equals(topic)).toList();
  }

  private boolean isTold(PublishRequest event) {
    return told.contains(event.messageAttributes().get("type").stringValue());
  }

  private Measured step(List<Integer> together, Runnable what) {
    seen = 0;
    var measured = meter.measure(together, what);
    unpublished.addAll(unseen());
    recorded.addAll(measured.calls());
    return measured;
  }

  private List<Change> unseen() {
    var changes = meter.changes();
    var rest = List.copyOf(changes.subList(seen, changes.size()));
    seen = changes.size();
    return rest;
  }

  // ---- between the functions ----------------------------------------------------------------------------------

  /// The stream hands over what was put since.
  void publish(Functions functions) {
    unpublished.addAll(unseen());
    var put = unpublished.stream()
        .filter(change -> change.before().isEmpty())
        .flatMap(change -> change.after().stream())
        .filter(item -> Outbox.entry(item).isPresent())
        .toList();
    unpublished.clear();
    if (!put.isEmpty()) {
      var failures = Invocation.of(functions.named("PublishEventsFunction"), LambdaEvents.stream(put));
      assertThat(LambdaEvents.failures(failures)).isEmpty();
    }
  }

  /// The queue hands over the replies that were sent since.
  void deliver(Functions functions, String queueArn) {
    var all = functions.sqs().sent();
    if (sent < all.size()) {
      Invocation.of(
          functions.named("DeliverMessageFunction"), LambdaEvents.sqs(queueArn, 1, all.subList(sent, all.size())));
      sent = all.size();
    }
  }

  /// The topic hands over the events that it was given since, where its filter lets them through.
  void tell(Functions functions) {
    tell(functions, repeated.isEmpty() ? functions.sns().take() : repeated);
  }

  /// Likewise, and keeps them to be handed over again.
  void tellTwice(Functions functions) {
    repeated = functions.sns().take();
    tell(functions, repeated);
  }

  private void tell(Functions functions, List<PublishRequest> events) {
    at(World.EVENTS, events).stream()
        .filter(this::isTold)
        .forEach(event -> Invocation.of(functions.named("SendNotificationsFunction"), LambdaEvents.sns(event)));
  }

  /// The stream loses what was put since.
  void lose() {
    unseen();
    unpublished.clear();
  }

  void settle(Functions functions) {
    publish(functions);
    deliver(functions, LambdaEvents.QUEUE_ARN);
    tell(functions);
  }

  /// Puts items straight into the table.
  void fill(Stream<Map<String, AttributeValue>> items) {
    Bulk.put(table, items.toList());
  }

  ChannelApi channelApi() {
    return channelApi;
  }

  Instant now() {
    return now.get();
  }

  void later(Duration by) {
    now.updateAndGet(at -> at.plus(by));
  }

  /// All calls that have been made.
  List<Call> recorded() {
    return List.copyOf(recorded);
  }

  /// All that was asked for outside the table.
  Set<Outside.Asked> asked() {
    return Set.copyOf(asked);
  }

  /// All routes that were taken.
  Set<String> routes() {
    return Set.copyOf(routes);
  }

  @Override
  public void close() {
    channelApi.close();
  }
}
