package baton.testing;

import java.util.UUID;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// Between the code under test and its table: requests can be made to fail, and the tokens of transactions, which count
/// from one in every world, are kept apart.
final class TableTrouble implements ExecutionInterceptor {
  private static final Predicate<SdkRequest> NONE = _ -> false;

  // A database remembers tokens for ten minutes, whatever the table: another world must not have used them.
  private final String world = UUID.randomUUID().toString().substring(0, 13);
  private volatile Predicate<SdkRequest> failing = NONE;

  void failWhen(Predicate<SdkRequest> broken) {
    failing = broken;
  }

  void end() {
    failing = NONE;
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    if (failing.test(context.request())) {
      throw SdkClientException.create("the table does not answer");
    }
    return context.request() instanceof TransactWriteItemsRequest request
        ? request.toBuilder().clientRequestToken(world + request.clientRequestToken()).build()
        : context.request();
  }
}
