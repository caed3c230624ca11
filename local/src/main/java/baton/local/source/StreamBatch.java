package baton.local.source;

import baton.local.function.HostUnavailable;
import baton.local.function.Invocation;
import baton.local.function.Invoker;
import baton.local.template.EventSource.Stream;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// Brings a batch of a stream's records to its function, until each is done or given up: retries, halves a batch whose
/// function fails, goes on at the first record that a partial answer names, and tells the on-failure queue about what
/// it gives up.
final class StreamBatch {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Stream source;
  private final String functionArn;
  private final Invoker invoker;
  private final Consumer<String> onFailure;
  private final InstantSource clock;
  private final Duration pause;

  StreamBatch(Stream source, String functionArn, Invoker invoker, Consumer<String> onFailure, InstantSource clock,
      Duration pause) {
    this.source = source;
    this.functionArn = functionArn;
    this.invoker = invoker;
    this.onFailure = onFailure;
    this.clock = clock;
    this.pause = pause;
  }

  void run(String shard, List<JsonNode> records) throws InterruptedException {
    run(shard, records, 1);
  }

  /// Halving a batch costs no attempt, as in Lambda; what is left after a partial answer is a batch of its own.
  private void run(String shard, List<JsonNode> records, int firstAttempt) throws InterruptedException {
    var left = records;
    var attempt = firstAttempt;
    while (!left.isEmpty()) {
      var fresh = withoutTheTooOld(shard, left, attempt);
      if (fresh.isEmpty()) {
        return;
      }
      var invocation = invoke(fresh);
      var failed = firstFailure(invocation, fresh);
      left = fresh.subList(failed, fresh.size());
      if (left.isEmpty()) {
        return;
      }
      if (failed > 0) {
        attempt = 1;
      } else if (invocation.failed() && source.bisect() && left.size() > 1) {
        var middle = (left.size() + 1) / 2;
        run(shard, left.subList(0, middle), attempt);
        left = left.subList(middle, left.size());
      } else if (source.maximumRetries() >= 0 && attempt > source.maximumRetries()) {
        giveUp(shard, left, "RetryAttemptsExhausted", invocation.requestId(), attempt);
        return;
      } else {
        pauseBefore(++attempt);
      }
    }
  }

  private Invocation invoke(List<JsonNode> records) throws InterruptedException {
    var event = JsonNodeFactory.instance.objectNode();
    event.putArray("Records").addAll(records);
    var payload = event.toString().getBytes(StandardCharsets.UTF_8);
    while (true) {
      try {
        return invoker.invoke(source.function(), payload);
      } catch (HostUnavailable _) {
        Thread.sleep(pause); // nothing has run, so no attempt is counted
      }
    }
  }

  private int firstFailure(Invocation invocation, List<JsonNode> records) {
    var ids = records.stream().map(StreamBatch::sequenceNumber).toList();
    var failed = BatchFailures.of(invocation, ids, source.partialFailures());
    for (var i = 0; i < ids.size(); i++) {
      if (failed.contains(ids.get(i))) {
        return i;
      }
    }
    return ids.size();
  }

  private List<JsonNode> withoutTheTooOld(String shard, List<JsonNode> records, int attempt) {
    if (source.maximumAge().isEmpty()) {
      return records;
    }
    var oldest = clock.instant().minus(source.maximumAge().get());
    var tooOld = records.stream().takeWhile(record -> createdAt(record).isBefore(oldest)).toList();
    if (!tooOld.isEmpty()) {
      giveUp(shard, tooOld, "RecordAgeExceeded", "", attempt - 1);
    }
    return records.subList(tooOld.size(), records.size());
  }

  private void giveUp(String shard, List<JsonNode> records, String condition, String requestId, int attempts) {
    var message = JsonNodeFactory.instance.objectNode();
    message.putObject("requestContext").put("requestId", requestId).put("functionArn", functionArn)
        .put("condition", condition).put("approximateInvokeCount", attempts);
    message.putObject("responseContext").put("statusCode", 200).put("executedVersion", "$LATEST")
        .put("functionError", "Unhandled");
    message.put("version", "1.0").put("timestamp", clock.instant().toString());
    message.putObject("DDBStreamBatchInfo").put("shardId", shard)
        .put("startSequenceNumber", sequenceNumber(records.getFirst()))
        .put("endSequenceNumber", sequenceNumber(records.getLast()))
        .put("approximateArrivalOfFirstRecord", createdAt(records.getFirst()).toString())
        .put("approximateArrivalOfLastRecord", createdAt(records.getLast()).toString())
        .put("batchSize", records.size()).put("streamArn", source.streamArn());
    onFailure.accept(message.toString());
  }

  private void pauseBefore(int attempt) throws InterruptedException {
    var longer = pause.multipliedBy(1L << Math.min(attempt - 2, 16));
    Thread.sleep(longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE);
  }

  static String sequenceNumber(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  private static Instant createdAt(JsonNode record) {
    return Instant.ofEpochMilli((long) (record.path("dynamodb").path("ApproximateCreationDateTime").asDouble() * 1000));
  }
}
