package baton.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/// A message as a queue keeps it.
final class SqsMessage {

  final String id;
  final long sequence;
  final SendRequest request;
  final Instant sentAt;
  Instant visibleAt;
  Optional<Instant> firstReceivedAt = Optional.empty();
  int receiveCount;
  String receipt = "";

  SqsMessage(String id, long sequence, SendRequest request, Instant sentAt, Instant visibleAt) {
    this.id = id;
    this.sequence = sequence;
    this.request = request;
    this.sentAt = sentAt;
    this.visibleAt = visibleAt;
  }

  boolean visible(Instant now) {
    return !visibleAt.isAfter(now);
  }

  /// What a sender says; `attributes` as they stand in the JSON protocol.
  record SendRequest(String body, JsonNode attributes, Optional<String> group, Optional<String> deduplicationId,
      Optional<Integer> delaySeconds) {

    SendRequest deduplicatedBy(String id) {
      return new SendRequest(body, attributes, group, Optional.of(id), Optional.empty());
    }
  }
}
