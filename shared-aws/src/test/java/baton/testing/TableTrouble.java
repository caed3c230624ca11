package baton.testing;

import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// Between the code under test and its table: requests can be made to fail, and the tokens of transactions, which count
/// from one in every world, are kept apart.
final class TableTrouble implements UnaryOperator<DynamoDbRequest> {
  private static final Predicate<DynamoDbRequest> NONE = _ -> false;

  // A database remembers tokens for ten minutes, whatever the table: another world must not have used them.
  private final String world = UUID.randomUUID().toString().substring(0, 13);
  private volatile Predicate<DynamoDbRequest> failing = NONE;

  void failWhen(Predicate<DynamoDbRequest> broken) {
    failing = broken;
  }

  void end() {
    failing = NONE;
  }

  @Override
  public DynamoDbRequest apply(DynamoDbRequest request) {
    if (failing.test(request)) {
      throw SdkClientException.create("the table does not answer");
    }
    return request instanceof TransactWriteItemsRequest transaction
        ? transaction.toBuilder().clientRequestToken(world + transaction.clientRequestToken()).build()
        : request;
  }
}
