package baton.browseinbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/// What the table was asked.
final class Asked implements UnaryOperator<DynamoDbRequest> {
  private final List<String> calls = new ArrayList<>();

  @Override
  public synchronized DynamoDbRequest apply(DynamoDbRequest request) {
    calls.add(request.getClass().getSimpleName().replace("Request", ""));
    return request;
  }

  /// The calls since this was last asked, in the order of their beginning.
  synchronized List<String> take() {
    var taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }
}
