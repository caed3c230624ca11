package baton.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.conversation.Unavailable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// What an ended transaction means: a lost race is decided again, a busy table is asked later, and what could never be
/// written is a fault.
class TransactionsTest {
  private final List<String> tokens = new ArrayList<>();

  /// A table that answers every transaction so.
  private Transactions answering(Supplier<TransactWriteItemsResponse> answer) {
    return new Transactions(new DynamoDbClient() {
      @Override
      public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        tokens.add(request.clientRequestToken());
        return answer.get();
      }

      @Override
      public String serviceName() {
        return "dynamodb";
      }

      @Override
      public void close() {}
    });
  }

  private static Supplier<TransactWriteItemsResponse> canceled(String... codes) {
    var reasons = Arrays.stream(codes).map(code -> CancellationReason.builder().code(code).build()).toList();
    return () -> {
      throw TransactionCanceledException.builder().cancellationReasons(reasons).build();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"ConditionalCheckFailed", "TransactionConflict"})
  void a_condition_that_does_not_hold_and_a_transaction_at_the_same_item_are_a_lost_race(String code) {
    assertThat(answering(canceled("None", code, "ThrottlingError")).write(List.of(), "t"))
        .isInstanceOf(Transactions.Ended.Canceled.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ThrottlingError", "ProvisionedThroughputExceeded"})
  void a_table_that_is_asked_for_too_much_is_asked_again_later(String code) {
    var table = answering(canceled("None", code));
    assertThatThrownBy(() -> table.write(List.of(), "t")).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ValidationError", "ItemCollectionSizeLimitExceeded"})
  void what_could_never_be_written_is_a_fault_and_no_lost_race(String code) {
    var table = answering(canceled("None", code));
    assertThatThrownBy(() -> table.write(List.of(), "t")).isInstanceOf(TransactionCanceledException.class);
  }

  @Test
  void a_lost_answer_is_asked_for_once_more_with_the_same_token() {
    var table = answering(() -> {
      throw SdkClientException.create("timed out");
    });
    assertThatThrownBy(() -> table.write(List.of(), "t")).isInstanceOf(Unavailable.class);
    assertThat(tokens).containsExactly("t", "t");
  }
}
