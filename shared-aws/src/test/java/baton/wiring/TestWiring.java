package baton.wiring;

import baton.table.Table;
import baton.testing.Fixtures;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The real parts around a table of a test, at nine o'clock.
public final class TestWiring {
  private TestWiring() {}

  /// Upon that table, the clock standing still.
  public static Wiring of(Table table) {
    return of(table, InstantSource.fixed(Fixtures.NOW));
  }

  /// Upon that table, by that clock.
  public static Wiring of(Table table, InstantSource clock) {
    var environment = new Environment(Map.of("TABLE_NAME", table.name(), "AWS_LAMBDA_FUNCTION_NAME", "test"));
    return new Wiring(environment, new TableOnly(table.client()), clock, Wiring.ulids(), Fixtures.atOnce());
  }

  private record TableOnly(DynamoDbClient dynamoDb) implements Wiring.Clients {
    @Override
    public SnsClient sns() {
      throw new IllegalStateException("nothing is published here");
    }

    @Override
    public SqsClient sqs() {
      throw new IllegalStateException("nothing is sent here");
    }
  }
}
