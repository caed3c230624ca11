package baton.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.dynamodblocal.DynamoDbLocal;
import baton.local.source.TableEndpoint;
import baton.local.template.TableSpec;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalTableTest {

  private static final String TABLE = """
      {"TableName":"kept","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
       "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"f","AttributeType":"S"}],
       "GlobalSecondaryIndexes":[{"IndexName":"by-folder","KeySchema":[{"AttributeName":"f","KeyType":"HASH"}],
         "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["b","a"]}}]}""";

  @Test
  void a_table_from_the_last_time_is_used_again_only_if_its_indexes_carry_the_same() throws Exception {
    try (var database = DynamoDbLocal.start(); var endpoint = new TableEndpoint(database.endpoint())) {
      table(endpoint, TABLE).create();

      assertThatCode(() -> table(endpoint, TABLE.replace("[\"b\",\"a\"]", "[\"a\",\"b\"]")).create())
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> table(endpoint, TABLE.replace("[\"b\",\"a\"]", "[\"a\"]")).create())
          .hasMessageContaining("other keys or indexes than the template");
    }
  }

  private static LocalTable table(TableEndpoint endpoint, String create) throws Exception {
    return new LocalTable(endpoint,
        new TableSpec("Table", "kept", (ObjectNode) new ObjectMapper().readTree(create), Optional.empty()));
  }
}
