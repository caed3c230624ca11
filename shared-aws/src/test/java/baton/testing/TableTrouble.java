package baton.testing;

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

  private final String world;
  private volatile Predicate<SdkRequest> failing = NONE;

  TableTrouble(String world) {
    this.world = world;
  }

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
