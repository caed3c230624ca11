package baton.local.template;

import java.time.Duration;
import java.util.Optional;

/// How often a function is tried again when nobody waits for its answer, and which queue keeps what failed for good.
public record AsyncPolicy(int maximumRetries, Duration maximumAge, Optional<String> onFailureArn,
    Optional<String> deadLetterArn) {

  /// What Lambda does when the template says nothing: two retries, six hours, nothing is kept.
  public static final AsyncPolicy DEFAULT =
      new AsyncPolicy(2, Duration.ofHours(6), Optional.empty(), Optional.empty());

  static AsyncPolicy read(Section function) {
    var deadLetters = function.section("DeadLetterQueue").whole(queue -> {
      queue.require("Type", "SQS");
      return queue.text("TargetArn");
    });
    return function.section("EventInvokeConfig").whole(config -> new AsyncPolicy(
        config.number("MaximumRetryAttempts", DEFAULT.maximumRetries),
        config.seconds("MaximumEventAgeInSeconds").orElse(DEFAULT.maximumAge),
        config.section("DestinationConfig").whole(Destinations::onFailure),
        deadLetters));
  }
}
