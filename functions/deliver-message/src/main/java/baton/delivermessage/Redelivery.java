package baton.delivermessage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;

/// When the queue hands a message over again: later each time, and not before the provider asks for it. Until then the
/// conversation's later replies wait.
public final class Redelivery {
  /// The longest pause that is granted to a provider: SQS hides nothing for longer than 12 hours from its receipt on.
  public static final Duration LONGEST_ASKED = Duration.ofHours(12).minusMinutes(5);

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 10;

  private final SqsClient sqs;
  private final String queue;

  Redelivery(SqsClient sqs, String queue) {
    this.sqs = sqs;
    this.queue = queue;
  }

  /// How long an outage may last that a message survives which is received so often.
  public static Duration survives(int receipts) {
    return IntStream.range(1, receipts).mapToObj(Redelivery::pause).reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration pause(int tries) {
    var doubled = FIRST.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  /// Asks for this record again later.
  ///
  /// @param asked how long the provider asks us to wait
  void later(JsonNode record, Optional<Duration> asked) {
    int tries = record.path("attributes").path("ApproximateReceiveCount").asInt(1);
    var pause = asked.filter(wish -> wish.compareTo(pause(tries)) > 0).orElse(pause(tries));
    put(record, pause.compareTo(LONGEST_ASKED) < 0 ? pause : LONGEST_ASKED);
  }

  /// Asks for this record again soon, each time: what cannot be read will not be readable later, unless a deployment is
  /// under way, and whatever follows in its conversation waits for it to be set aside.
  void soon(JsonNode record) {
    put(record, FIRST);
  }

  private void put(JsonNode record, Duration pause) {
    sqs.changeMessageVisibility(change -> change
        .queueUrl(queue)
        .receiptHandle(record.path("receiptHandle").asText())
        .visibilityTimeout((int) pause.toSeconds()));
  }
}
