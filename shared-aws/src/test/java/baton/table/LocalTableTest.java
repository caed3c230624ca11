package baton.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LocalTableTest {

  @Test
  void a_fresh_table_is_empty_and_takes_items_that_another_does_not_see() {
    var table = LocalTable.fresh();
    var other = LocalTable.fresh();
    var key = new Key("WS#w", "#");
    table.put(key.attributes(), new Expression().whenAbsent("pk"));

    assertThat(LocalTable.through(table).read(key)).contains(key.attributes());
    assertThat(other.read(List.of(key))).isEmpty();
  }

  @Test
  void it_has_the_indexes_of_the_template() {
    var table = LocalTable.fresh();
    Map<String, AttributeValue> item = new HashMap<>(new Key("a", "b").attributes());
    item.put("folder", AttributeValue.fromS("f"));
    item.put("folderSort", AttributeValue.fromS("1"));
    table.put(item, new Expression().whenAbsent("pk"));

    var rows = table.client().query(query -> query.tableName(table.name()).indexName(Keys.BY_FOLDER)
        .keyConditionExpression("folder = :f").expressionAttributeValues(Map.of(":f", AttributeValue.fromS("f"))));
    assertThat(rows.items()).containsExactly(item);
  }
}
