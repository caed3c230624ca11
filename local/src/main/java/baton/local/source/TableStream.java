package baton.local.source;

import static baton.local.source.TableEndpoint.request;

import baton.local.source.TableEndpoint.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the stream of a table, shard after shard, a parent before its children.
final class TableStream {

  private static final long REFRESH = 2_000_000_000L;

  private final TableEndpoint endpoint;
  private final String table;
  private final boolean fromTheBeginning;
  private final StreamPositions positions;
  private final Map<String, String> iterators = new HashMap<>();
  private Shards known = new Shards("", List.of(), 0);

  TableStream(TableEndpoint endpoint, String table, boolean fromTheBeginning, StreamPositions positions) {
    this.endpoint = endpoint;
    this.table = table;
    this.fromTheBeginning = fromTheBeginning || !positions.none();
    this.positions = positions;
  }

  /// Some records of one shard; `next` is where to go on, or nothing at the end of the shard.
  record Page(String shard, List<JsonNode> records, Optional<String> next) {}

  private record Shards(String stream, List<JsonNode> shards, long readAt) {

    boolean old() {
      return shards.isEmpty() || System.nanoTime() - readAt > REFRESH;
    }
  }

  /// The next page of every shard that may be read now.
  List<Page> read() throws InterruptedException {
    if (known.old()) {
      known = shards();
    }
    var ids = new HashSet<String>();
    known.shards.forEach(shard -> ids.add(shard.path("ShardId").asText()));
    var pages = new ArrayList<Page>();
    for (var shard : known.shards) {
      var id = shard.path("ShardId").asText();
      var parent = shard.path("ParentShardId").asText();
      if (!positions.ended(id) && (!ids.contains(parent) || positions.ended(parent))) {
        pages.add(page(known.stream, id));
      }
    }
    return pages;
  }

  /// Notes that a page is done with.
  void done(Page page) {
    if (!page.records.isEmpty()) {
      positions.done(page.shard, StreamBatch.sequenceNumber(page.records.getLast()));
    }
    page.next.ifPresentOrElse(next -> iterators.put(page.shard, next), () -> positions.end(page.shard));
  }

  /// Notes that a shard is done up to a record.
  void done(String shard, JsonNode record) {
    positions.done(shard, StreamBatch.sequenceNumber(record));
  }

  private Shards shards() throws InterruptedException {
    var stream = endpoint.table("DescribeTable", request().put("TableName", table)).path("Table")
        .path("LatestStreamArn").asText();
    var shards = new ArrayList<JsonNode>();
    var request = request().put("StreamArn", stream);
    while (true) {
      var description = endpoint.streams("DescribeStream", request).path("StreamDescription");
      description.path("Shards").forEach(shards::add);
      if (!description.hasNonNull("LastEvaluatedShardId")) {
        return new Shards(stream, shards, System.nanoTime());
      }
      request.put("ExclusiveStartShardId", description.path("LastEvaluatedShardId").asText());
    }
  }

  private Page page(String stream, String shard) throws InterruptedException {
    try {
      var known = iterators.get(shard);
      var iterator = known != null ? known : iterator(stream, shard, start(shard));
      var reply = endpoint.streams("GetRecords", request().put("ShardIterator", iterator).put("Limit", 1000));
      var records = new ArrayList<JsonNode>();
      reply.path("Records").forEach(records::add);
      return new Page(shard, records,
          Optional.ofNullable(reply.get("NextShardIterator")).filter(JsonNode::isTextual).map(JsonNode::asText));
    } catch (Refusal e) {
      return switch (e.type()) {
        case "ExpiredIteratorException" ->
            new Page(shard, List.of(), Optional.of(iterator(stream, shard, start(shard))));
        case "TrimmedDataAccessException" ->
            new Page(shard, List.of(), Optional.of(iterator(stream, shard, horizon())));
        default -> throw e;
      };
    }
  }

  private ObjectNode start(String shard) {
    return positions.after(shard)
        .map(done -> request().put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER").put("SequenceNumber", done))
        .orElseGet(() -> fromTheBeginning ? horizon() : request().put("ShardIteratorType", "LATEST"));
  }

  private static ObjectNode horizon() {
    return request().put("ShardIteratorType", "TRIM_HORIZON");
  }

  private String iterator(String stream, String shard, ObjectNode start) throws InterruptedException {
    return endpoint.streams("GetShardIterator", start.put("StreamArn", stream).put("ShardId", shard))
        .path("ShardIterator").asText();
  }
}
