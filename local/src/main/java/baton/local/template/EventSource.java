package baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What makes a function run.
public sealed interface EventSource {

  /// The logical id of the function.
  String function();

  /// A request to the HTTP API; `authorizer` is what the route itself says, `NONE` included.
  record Route(String function, String method, String path, Optional<String> authorizer, Duration timeout)
      implements EventSource {

    /// What the gateway calls it: method and path.
    public String key() {
      return path.equals("$default") ? path : method + " " + path;
    }
  }

  /// The stream of a table. Numbers of -1 mean without end, as for Lambda.
  record Stream(String function, String streamArn, boolean fromTheBeginning, int batchSize,
      List<JsonNode> filters, boolean bisect, int maximumRetries, Optional<Duration> maximumAge,
      boolean partialFailures,
      Optional<String> onFailureArn) implements EventSource {}

  /// A topic of SNS.
  record Topic(String function, String topicArn, Optional<JsonNode> filterPolicy, boolean filtersBody,
      Optional<String> deadLetterArn) implements EventSource {}

  /// A queue of SQS.
  record Queue(String function, String queueArn, int batchSize, List<JsonNode> filters, boolean partialFailures,
      Optional<Integer> maximumConcurrency) implements EventSource {}

  /// A clock.
  record Schedule(String function, String expression, String input, boolean enabled) implements EventSource {}
}
