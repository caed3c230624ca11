package baton.suite.budget;

import baton.http.HttpFunction;
import baton.suite.Handlers;
import baton.table.meter.Meter;
import baton.testing.Fixtures;
import baton.testing.RecordingSns;
import baton.testing.RecordingSqs;
import baton.testing.World;
import baton.wiring.Environment;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// All functions as they are deployed, each with a client of its own, so that the meter knows whose call it sees. One
/// instance of each, which remembers what an instance remembers.
final class Functions {
  private final Meter meter;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final AtomicLong ids;
  private final Set<Outside.Asked> asked;
  private final Set<String> routes;
  private final Map<String, RequestStreamHandler> made = new HashMap<>();
  private final Map<String, String> byRoute = new HashMap<>();
  private final RecordingSns sns = new RecordingSns();
  private final RecordingSqs sqs = new RecordingSqs();

  /// Upon that table, reaching channels at that address.
  ///
  /// @param asked what they ask IAM for outside the table
  /// @param routes those that are taken
  Functions(
      Meter meter, String table, String channelApi, InstantSource clock, AtomicLong ids, Set<Outside.Asked> asked,
      Set<String> routes) {
    this.meter = meter;
    this.asked = asked;
    this.routes = routes;
    this.clock = clock;
    this.ids = ids;
    this.environment = Map.of(
        "TABLE_NAME", table, "CONVERSATION_EVENTS_TOPIC", World.EVENTS, "ASSIGNEE_NOTIFICATIONS_TOPIC", World.NOTICES,
        "OUTBOUND_QUEUE_URL", World.QUEUE, "WHATSAPP_API", channelApi, "TELEGRAM_API", channelApi,
        "TRUSTED_ISSUERS", "[" + Acme.ISSUER.trust("*") + "]");
    Handlers.BY_FUNCTION.forEach((function, handler) -> {
      var one = handler.apply(wiring(function));
      made.put(function, one);
      if (one instanceof HttpFunction http) {
        http.routeKeys().forEach(route -> byRoute.put(route, function));
      }
    });
  }

  private Wiring wiring(String function) {
    var outside = new Outside(function, sns, sqs, asked);
    return new Wiring(
        new Environment(environment), new Clients(meter.as(function), outside.sns(), outside.sqs()), clock,
        // As long as a ULID, and the same in every run.
        () -> "01K%023d".formatted(ids.incrementAndGet()), Fixtures.atOnce());
  }

  private record Clients(DynamoDbClient dynamoDb, SnsClient sns, SqsClient sqs) implements Wiring.Clients {}

  /// The one behind that route.
  RequestStreamHandler behind(String route) {
    routes.add(route);
    return named(byRoute.get(route));
  }

  RequestStreamHandler named(String function) {
    return made.get(function);
  }

  RecordingSns sns() {
    return sns;
  }

  RecordingSqs sqs() {
    return sqs;
  }
}
