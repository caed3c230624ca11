package baton.table;

import baton.table.memory.MemoryDynamoDb;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/// Tables for tests of what stands above the ports. They are in memory: `MemoryDynamoDbTest` and the contracts hold that
/// store equal to DynamoDB Local, on which the suite runs the same functions and every sample event again.
public final class TestTable {
  private TestTable() {}

  /// A new, empty table.
  public static Table fresh() {
    return MemoryDynamoDb.table();
  }

  /// The same table, each request to it seen before it is sent: passed on, changed, or failed by throwing.
  public static Table watched(Table table, UnaryOperator<DynamoDbRequest> watch) {
    return new Table(client(table.client(), watch), table.name());
  }

  private static DynamoDbClient client(DynamoDbClient real, UnaryOperator<DynamoDbRequest> watch) {
    InvocationHandler handler = (proxy, method, arguments) -> {
      if (arguments != null && arguments.length == 1 && arguments[0] instanceof DynamoDbRequest request
          && !method.getName().endsWith("Paginator")) {
        try {
          return method.invoke(real, watch.apply(request));
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      }
      // Paginators and the forms with a consumer come back here with their requests.
      return method.isDefault()
          ? InvocationHandler.invokeDefault(proxy, method, arguments)
          : method.invoke(real, arguments);
    };
    return (DynamoDbClient) Proxy.newProxyInstance(
        DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
  }
}
