package baton.browseinbox;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// What the table was asked.
final class Asked implements ExecutionInterceptor {
  private final List<String> calls = new ArrayList<>();

  @Override
  public synchronized void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    calls.add(context.request().getClass().getSimpleName().replace("Request", ""));
  }

  /// The calls since this was last asked, in the order of their beginning.
  synchronized List<String> take() {
    var taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }
}
