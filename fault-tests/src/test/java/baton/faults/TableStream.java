package baton.faults;

import baton.table.LocalTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// What the table's stream holds for publish-events, as the template's filter lets it through.
final class TableStream {
  private static final Set<String> WANTED = Set.of("event", "message");

  private TableStream() {}

  /// One record as Lambda hands it over.
  ///
  /// @param item the key of its item: records of one item keep their order, no others do
  record Entry(String sequenceNumber, String item, String json) {}

  /// All since the table was made, in their order.
  static List<Entry> of(Office office) {
    try (var client = DynamoDbStreamsClient.builder()
        .endpointOverride(LocalTable.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build()) {
      String stream = office.table().client().describeTable(table -> table.tableName(office.table().name()))
          .table().latestStreamArn();
      var found = new ArrayList<Entry>();
      for (var shard : client.describeStream(describe -> describe.streamArn(stream)).streamDescription().shards()) {
        String iterator = client.getShardIterator(get -> get.streamArn(stream).shardId(shard.shardId())
            .shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator();
        read(client, iterator, found);
      }
      return List.copyOf(found);
    }
  }

  // A page may be empty although the shard goes on; two in a row are the end of what is there.
  private static void read(DynamoDbStreamsClient client, String from, List<Entry> found) {
    String iterator = from;
    for (int empty = 0; iterator != null && empty < 2; ) {
      String next = iterator;
      var page = client.getRecords(get -> get.shardIterator(next));
      page.records().stream().filter(TableStream::passes).map(TableStream::entry).forEach(found::add);
      empty = page.records().isEmpty() ? empty + 1 : 0;
      iterator = page.nextShardIterator();
    }
  }

  private static boolean passes(Record record) {
    var item = record.dynamodb().newImage().get("item");
    return record.eventName() == OperationType.INSERT && item != null && WANTED.contains(item.s());
  }

  private static Entry entry(Record record) {
    var json = Wire.object().put("eventName", "INSERT").put("eventSource", "aws:dynamodb");
    json.putObject("dynamodb")
        .put("SequenceNumber", record.dynamodb().sequenceNumber())
        .set("NewImage", Wire.image(record.dynamodb().newImage()));
    String item = record.dynamodb().newImage().get("pk").s() + "|" + record.dynamodb().newImage().get("sk").s();
    return new Entry(record.dynamodb().sequenceNumber(), item, json.toString());
  }

  /// The event that hands these over.
  static String event(List<Entry> entries) {
    return "{\"Records\":[" + String.join(",", entries.stream().map(Entry::json).toList()) + "]}";
  }

  /// The event by which the topic hands a message over.
  static String topicEvent(String message) {
    return "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"Message\":" + Wire.text(message) + "}}]}";
  }
}
