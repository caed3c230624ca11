package baton.delivermessage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/// When the queue hands a message over again: as soon as the provider asked for, and later each time.
final class Redelivery {
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final SqsClient sqs;
  private final String queue;

  Redelivery(SqsClient sqs, String queue) {
    this.sqs = sqs;
    this.queue = queue;
  }

  /// Asks for this record again after that pause, doubled with each try.
  ///
  /// @return false: the record has failed for now
  boolean after(JsonNode record, Duration pause) {
    int tries = record.path("attributes").path("ApproximateReceiveCount").asInt(1);
    var longer = pause.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    long seconds = Math.min(longer.toSeconds(), LONGEST.toSeconds());
    sqs.changeMessageVisibility(change -> change
        .queueUrl(queue)
        .receiptHandle(record.path("receiptHandle").asText())
        .visibilityTimeout((int) seconds));
    return false;
  }
}
