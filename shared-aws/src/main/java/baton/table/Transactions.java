package baton.table;

import baton.conversation.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Writes all of a list of items or none.
final class Transactions {
  // When the answer is lost the same request with the same token finds out, for ten minutes, how it ended.
  private static final int ASKS_AFTER_A_LOST_ANSWER = 1;

  private final DynamoDbClient client;

  Transactions(DynamoDbClient client) {
    this.client = client;
  }

  /// How a transaction ended.
  sealed interface Ended {
    record Committed() implements Ended {}

    /// The race was lost: a condition did not hold, or another transaction was at it.
    ///
    /// @param found for each part the item that was there, where the table told
    record Canceled(List<Optional<Map<String, AttributeValue>>> found) implements Ended {}
  }

  /// Writes these parts.
  ///
  /// @param token unique to this attempt
  Ended write(List<TransactWriteItem> parts, String token) {
    var request = TransactWriteItemsRequest.builder().transactItems(parts).clientRequestToken(token).build();
    for (int asked = 0; ; asked++) {
      try {
        client.transactWriteItems(request);
        return new Ended.Committed();
      } catch (TransactionCanceledException e) {
        return canceled(e);
      } catch (SdkClientException e) {
        if (asked == ASKS_AFTER_A_LOST_ANSWER) {
          throw new Unavailable("the table does not answer; the outcome is unknown", e);
        }
      } catch (SdkException e) {
        throw new Unavailable("the table refuses to write", e);
      }
    }
  }

  private static Ended canceled(TransactionCanceledException e) {
    var why = e.cancellationReasons().stream().map(CancellationReason::code).collect(Collectors.toSet());
    if (why.contains("ConditionalCheckFailed") || why.contains("TransactionConflict")) {
      return new Ended.Canceled(e.cancellationReasons().stream().map(Transactions::found).toList());
    }
    if (why.contains("ThrottlingError") || why.contains("ProvisionedThroughputExceeded")) {
      throw new Unavailable("the table is asked for too much", e);
    }
    // It would fail again however often it is tried: a fault of ours.
    throw e;
  }

  private static Optional<Map<String, AttributeValue>> found(CancellationReason reason) {
    return reason.hasItem() ? Optional.of(reason.item()) : Optional.empty();
  }
}
