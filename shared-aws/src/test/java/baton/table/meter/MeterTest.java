package baton.table.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.table.Parallel;
import baton.table.memory.MemoryDynamoDb;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Worked out by hand from the rules of data-model.md.
class MeterTest {
  private final MemoryDynamoDb store = new MemoryDynamoDb("t", InstantSource.system());
  private final Meter meter = new Meter(store, TableShape.ofTemplate());
  private final DynamoDbClient client = meter.as("Test");

  @Test
  void the_size_of_an_item_is_that_of_its_names_and_values() {
    assertThat(ItemSize.of(Map.of("text", s("æ")))).as("UTF-8").isEqualTo(4 + 2);
    assertThat(ItemSize.of(Map.of("n", n("12345")))).as("two digits a byte, and one").isEqualTo(1 + 3 + 1);
    assertThat(ItemSize.of(Map.of("n", n("-1000")))).as("zeros behind do not count").isEqualTo(1 + 1 + 1 + 1);
    assertThat(ItemSize.of(Map.of("n", n("0")))).isEqualTo(1 + 1);
    assertThat(ItemSize.of(Map.of("flag", AttributeValue.fromBool(true)))).isEqualTo(4 + 1);
    assertThat(ItemSize.of(Map.of("l", AttributeValue.fromL(List.of(s("ab")))))).isEqualTo(1 + 3 + 1 + 2);
    assertThat(ItemSize.of(Map.of("m", AttributeValue.fromM(Map.of("k", s("ab")))))).isEqualTo(1 + 3 + 1 + 1 + 2);
    assertThat(ItemSize.of(sized("a", 1024))).isEqualTo(1024);
  }

  @Test
  void a_write_costs_the_larger_of_before_and_after() {
    assertThat(put(sized("a", 1024))).isEqualTo(written(1));
    assertThat(put(sized("a", 1025))).as("it grew beyond a kilobyte").isEqualTo(written(2));
    assertThat(put(sized("a", 20))).as("it shrank").isEqualTo(written(2));
    assertThat(put(sized("a", 20))).isEqualTo(written(1));
  }

  @Test
  void a_transaction_counts_twice_in_the_table_but_once_in_an_index() {
    assertThat(transact(puts(inFolder("a", "f", "1", 100)))).isEqualTo(written(2, "by-folder", 1));
    assertThat(transact(puts(inFolder("a", "f", "2", 100)), puts(sized("b", 1025))))
        .isEqualTo(written(2 + 4, "by-folder", 2));
    assertThat(transact(deletes("absent"))).as("a deletion of nothing").isEqualTo(written(2));
    assertThat(transact(deletes("b"))).isEqualTo(written(4));
  }

  @Test
  void an_index_costs_by_its_own_entry() {
    assertThat(put(inFolder("a", "f", "1", 100))).as("absent, then present").isEqualTo(written(1, "by-folder", 1));
    assertThat(put(with(inFolder("a", "f", "1", 100), "readAt", n("1")))).as("same entry").isEqualTo(written(1));
    assertThat(put(inFolder("a", "f", "1", 90))).as("other bytes").isEqualTo(written(1, "by-folder", 1));
    assertThat(put(inFolder("a", "f", "2", 90))).as("key moved").isEqualTo(written(1, "by-folder", 2));
    assertThat(put(sized("a", 100))).as("present, then absent").isEqualTo(written(1, "by-folder", 1));
    assertThat(put(sized("a", 90))).as("absent before and after").isEqualTo(written(1));
  }

  @Test
  void a_large_entry_costs_more_wherever_it_is() {
    assertThat(put(inFolder("a", "f", "1", 2000))).isEqualTo(written(2, "by-folder", 2));
    assertThat(put(inFolder("a", "f", "1", 100))).as("the larger").isEqualTo(written(2, "by-folder", 2));
    assertThat(put(inFolder("a", "f", "2", 2000))).as("old and new").isEqualTo(written(2, "by-folder", 1 + 2));
    assertThat(put(with(sized("a", 3000), "due", s("d"), "dueAt", s("1")))).as("by-due has only keys")
        .isEqualTo(written(3, "by-folder", 2, "by-due", 1));
  }

  @Test
  void a_failed_condition_costs_what_is_there() {
    put(sized("a", 1500));
    assertThat(failed("attribute_not_exists(pk)", sized("a", 20))).isEqualTo(written(2));
    assertThat(failed("attribute_exists(pk)", inFolder("b", "f", "1", 3000))).as("nothing is there").isEqualTo(written(1));
    var cancelled = measure(() -> assertThatThrownBy(() -> client.transactWriteItems(write -> write.transactItems(
            puts(sized("a", 20)), deletes("b"), conditioned("attribute_exists(pk)", inFolder("c", "f", "1", 100)))))
        .isInstanceOf(TransactionCanceledException.class));
    assertThat(cancelled.units()).as("each part twice, the one that would have been made too").isEqualTo(written(4 + 2 + 2));
    assertThat(meter.changes()).isEmpty();
  }

  @Test
  void reads_count_by_four_kilobytes_and_half_if_eventual() {
    put(sized("a", 4096));
    put(sized("b", 4097));
    assertThat(get("a", true)).isEqualTo(1);
    assertThat(get("b", true)).isEqualTo(2);
    assertThat(get("b", false)).isEqualTo(1);
    assertThat(get("absent", true)).isEqualTo(1);
    assertThat(get("absent", false)).isEqualTo(0.5);
    assertThat(measure(() -> client.batchGetItem(batch -> batch.requestItems(Map.of("t", KeysAndAttributes.builder()
        .keys(List.of(key("a"), key("b"), key("absent"))).consistentRead(true).build())))).units().reads()).isEqualTo(1 + 2 + 1);
  }

  @Test
  void a_page_counts_the_bytes_of_all_that_it_holds() {
    for (String sk : List.of("a", "b", "c")) {
      put(with(inFolder(sk, "f", sk, 100), "text", s("x".repeat(3000))));
    }
    assertThat(query("pk", null, true, null)).as("9,300 bytes and more").isEqualTo(3);
    assertThat(query("pk", null, false, null)).isEqualTo(1.5);
    assertThat(query("pk", null, false, Select.COUNT)).as("what is counted is read").isEqualTo(1.5);
    assertThat(query("folder", "by-folder", false, null)).as("the entries are small").isEqualTo(0.5);
    assertThat(query("due", "by-due", false, null)).as("nothing").isEqualTo(0.5);
  }

  @Test
  void depth_is_the_longest_chain() {
    assertThat(measure(() -> { get("a"); get("b"); }).depth()).isEqualTo(2);
    var both = meter.measure(List.of(2), () -> Parallel.both(() -> get("a"), () -> get("b")));
    assertThat(both.depth()).isEqualTo(1);
    assertThat(both.count()).isEqualTo(2);
    var then = meter.measure(List.of(2, 1, 2), () -> {
      Parallel.both(() -> get("a"), () -> get("b"));
      get("c");
      Parallel.both(() -> get("a"), () -> get("b"));
    });
    assertThat(then.depth()).isEqualTo(3);
    assertThat(then.count()).isEqualTo(5);
  }

  @Test
  void it_tells_whose_call_it_was_and_what_iam_is_asked() {
    var calls = measure(() -> client.transactWriteItems(write -> write.transactItems(
        puts(sized("a", 20)), deletes("b")))).calls();
    assertThat(calls).singleElement().satisfies(call -> {
      assertThat(call.function()).isEqualTo("Test");
      assertThat(call.accesses()).extracting(Call.Access::action).containsExactly("PutItem", "DeleteItem");
      assertThat(call.accesses()).allMatch(Call.Access::inTransaction);
      assertThat(call.accesses().getFirst().attributes()).containsExactlyInAnyOrder("pk", "sk", "text");
    });
    assertThat(meter.changes().getFirst().before()).isEmpty();
    assertThat(meter.changes().getFirst().after()).contains(sized("a", 20));
  }

  @Test
  void a_scan_and_a_write_without_a_condition_are_faults() {
    assertThatThrownBy(() -> client.scan(scan -> scan.tableName("t"))).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> client.putItem(put -> put.tableName("t").item(sized("a", 20))))
        .isInstanceOf(AssertionError.class).hasMessageContaining("without a condition");
    assertThatThrownBy(() -> transact(TransactWriteItem.builder()
            .delete(delete -> delete.tableName("t").key(key("a"))).build()))
        .isInstanceOf(AssertionError.class);
  }

  private Measured measure(Runnable operation) {
    return meter.measure(List.of(), operation);
  }

  private Units put(Map<String, AttributeValue> item) {
    return measure(() -> client.putItem(put -> put.tableName("t").item(item)
        .conditionExpression("attribute_not_exists(pk) OR attribute_exists(pk)"))).units();
  }

  private Units failed(String condition, Map<String, AttributeValue> item) {
    return measure(() -> assertThatThrownBy(() ->
            client.putItem(put -> put.tableName("t").item(item).conditionExpression(condition)))
        .isInstanceOf(ConditionalCheckFailedException.class)).units();
  }

  private Units transact(TransactWriteItem... parts) {
    return measure(() -> client.transactWriteItems(write -> write.transactItems(parts))).units();
  }

  private static TransactWriteItem puts(Map<String, AttributeValue> item) {
    return conditioned("attribute_not_exists(absent)", item);
  }

  private static TransactWriteItem conditioned(String condition, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName("t").item(item).conditionExpression(condition)).build();
  }

  private static TransactWriteItem deletes(String sk) {
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName("t").key(key(sk)).conditionExpression("attribute_not_exists(absent)")).build();
  }

  private double get(String sk, boolean consistent) {
    return measure(() -> client.getItem(get -> get.tableName("t").key(key(sk)).consistentRead(consistent))).units().reads();
  }

  private Object get(String sk) {
    return client.getItem(get -> get.tableName("t").key(key(sk)).consistentRead(true));
  }

  private double query(String hash, @Nullable String index, boolean consistent, @Nullable Select select) {
    return measure(() -> client.query(query -> query.tableName("t").indexName(index)
        .keyConditionExpression("#h = :h").expressionAttributeNames(Map.of("#h", hash))
        .expressionAttributeValues(Map.of(":h", s(hash.equals("pk") ? "p" : "f")))
        .consistentRead(consistent ? true : null).select(select))).units().reads();
  }

  private static Units written(int base, Object... indexes) {
    var map = new HashMap<String, Integer>();
    for (int i = 0; i < indexes.length; i += 2) {
      map.put((String) indexes[i], (Integer) indexes[i + 1]);
    }
    return Units.written(base, map);
  }

  /// An item of so many bytes: ten of them are names and keys.
  private static Map<String, AttributeValue> sized(String sk, int bytes) {
    var item = with(key(sk), "text", s(""));
    return with(key(sk), "text", s("x".repeat(bytes - ItemSize.of(item))));
  }

  /// An item in a folder whose preview has so many bytes.
  private static Map<String, AttributeValue> inFolder(String sk, String folder, String sort, int bytes) {
    return with(with(with(key(sk), "preview", s("x".repeat(bytes))), "folder", s(folder)), "folderSort", s(sort));
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> item, String name, AttributeValue value) {
    var more = new HashMap<>(item);
    more.put(name, value);
    return more;
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> item, String name, AttributeValue value, String other, AttributeValue otherValue) {
    return with(with(item, name, value), other, otherValue);
  }

  private static Map<String, AttributeValue> key(String sk) {
    return Map.of("pk", s("p"), "sk", s(sk));
  }

  private static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue n(String number) {
    return AttributeValue.fromN(number);
  }
}
