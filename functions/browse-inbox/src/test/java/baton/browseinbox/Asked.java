package baton.browseinbox;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/// What the table was asked, and the read units that it says it took (of reads, DynamoDB Local says the truth).
final class Asked implements ExecutionInterceptor {
  private final List<String> calls = new ArrayList<>();
  private double units;

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return switch (context.request()) {
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
      case BatchGetItemRequest batch -> batch.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
      default -> context.request();
    };
  }

  @Override
  public synchronized void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    calls.add(context.request().getClass().getSimpleName().replace("Request", ""));
  }

  @Override
  public synchronized void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    switch (context.response()) {
      case QueryResponse query -> units += query.consumedCapacity().capacityUnits();
      case BatchGetItemResponse batch ->
          batch.consumedCapacity().forEach(capacity -> units += capacity.capacityUnits());
      default -> { }
    }
  }

  /// The calls since this was last asked, in the order of their beginning.
  synchronized List<String> take() {
    var taken = List.copyOf(calls);
    calls.clear();
    units = 0;
    return taken;
  }

  @Override
  public synchronized String toString() {
    return "%d calls, %.1f read units".formatted(calls.size(), units);
  }
}
