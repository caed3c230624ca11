package baton.local.source;

import baton.local.filter.EventPattern;
import baton.local.function.Invoker;
import baton.local.template.Arns;
import baton.local.template.EventSource.Stream;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Reads a table's stream for a function, as Lambda's event source mapping does: in order, filtered, in batches.
public final class StreamMapping implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Stream source;
  private final String region;
  private final Predicate<JsonNode> filter;
  private final StreamBatch batches;
  private final TableStream stream;
  private final Repeating repeating;

  private StreamMapping(Stream source, String region, TableStream stream, StreamBatch batches) {
    this.source = source;
    this.region = region;
    this.filter = EventPattern.anyOf(source.filters());
    this.stream = stream;
    this.batches = batches;
    this.repeating = Repeating.start("stream of " + source.function(), this::poll);
  }

  /// How a mapping meets the world: its function with the ARN, the queue for what it gives up, the file for its
  /// position, time.
  public record Surroundings(String functionArn, TableEndpoint table, String region, Invoker invoker,
      Consumer<String> onFailure, Gate gate,
      Optional<Path> positions, InstantSource clock, Duration pause) {}

  /// Starts reading, where the position in the file says or as the template says.
  public static StreamMapping start(Stream source, Surroundings to) {
    var stream = new TableStream(to.table, Arns.tableOfStream(source.streamArn()), source.fromTheBeginning(),
        new StreamPositions(to.positions));
    var batches = new StreamBatch(source, to.functionArn, to.gate.before(to.invoker), to.onFailure, to.clock, to.pause);
    return new StreamMapping(source, to.region, stream, batches);
  }

  @Override
  public void close() {
    repeating.close();
  }

  private Duration poll() throws InterruptedException {
    var busy = false;
    for (var page : stream.read()) {
      busy |= !page.records().isEmpty() || page.next().isEmpty();
      bring(page);
      stream.done(page);
    }
    return busy ? Duration.ZERO : POLL;
  }

  private void bring(TableStream.Page page) throws InterruptedException {
    var wanted = page.records().stream().map(this::record).filter(filter).toList();
    for (var from = 0; from < wanted.size(); from += source.batchSize()) {
      var batch = wanted.subList(from, Math.min(from + source.batchSize(), wanted.size()));
      batches.run(page.shard(), List.copyOf(batch));
      stream.done(page.shard(), batch.getLast());
    }
  }

  /// As Lambda hands it over: with the ARN of the stream, and the region of the account.
  private JsonNode record(JsonNode record) {
    return ((ObjectNode) record).put("awsRegion", region).put("eventSourceARN", source.streamArn());
  }
}
