package baton.suite.contract;

import baton.http.HttpFunction;
import baton.suite.template.LambdaFunction;
import baton.suite.template.Template;
import baton.wiring.Environment;
import baton.wiring.Wiring;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The real handlers behind the API, made around clients that reach nothing.
final class HttpHandlers {
  private HttpHandlers() {}

  /// The routes that each answers, by the folder of its function.
  static Map<String, Set<String>> routes() {
    Map<String, Set<String>> routes = new TreeMap<>();
    for (var function : Template.read().functions()) {
      var type = handler(function);
      if (HttpFunction.class.isAssignableFrom(type)) {
        routes.put(function.folder(), new TreeSet<>(made(type.asSubclass(HttpFunction.class)).routeKeys()));
      }
    }
    return routes;
  }

  private static Class<?> handler(LambdaFunction function) {
    try {
      return Class.forName(function.properties().get("Handler").text());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the template names a handler that is not there", e);
    }
  }

  private static HttpFunction made(Class<? extends HttpFunction> handler) {
    var environment = new Environment(Map.of("TABLE_NAME", "none"));
    var wiring = new Wiring(environment, new Unreachable(), InstantSource.system(), Wiring.ulids(), Wiring.attempts(environment));
    try {
      return handler.getConstructor(Wiring.class).newInstance(wiring);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a handler is made of a wiring: " + handler, e);
    }
  }

  private record Unreachable() implements Wiring.Clients {
    @Override
    public DynamoDbClient dynamoDb() {
      return nobody(DynamoDbClient.class);
    }

    @Override
    public SnsClient sns() {
      return nobody(SnsClient.class);
    }

    @Override
    public SqsClient sqs() {
      return nobody(SqsClient.class);
    }

    private static <T> T nobody(Class<T> client) {
      return client.cast(Proxy.newProxyInstance(client.getClassLoader(), new Class<?>[] {client}, (_, method, _) -> {
        throw new IllegalStateException("to make a handler nothing is called, not even " + method.getName());
      }));
    }
  }
}
