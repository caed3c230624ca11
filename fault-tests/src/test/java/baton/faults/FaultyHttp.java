package baton.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/// Between the SDK and the table: lets each call through or makes it go wrong as planned, and keeps what it saw. It sits
/// below the SDK's own repetitions, so these run as they do in production.
final class FaultyHttp implements SdkHttpClient {
  private final SdkHttpClient real;
  private final Map<String, Integer> counted = new HashMap<>();
  private final List<CallSite> begun = new ArrayList<>();
  private FaultPlan plan = FaultPlan.NONE;
  private int struck;
  private Map<CallSite, Runnable> meanwhile = Map.of();

  FaultyHttp(SdkHttpClient real) {
    this.real = real;
  }

  /// A run begins, in which this goes wrong.
  synchronized void begin(FaultPlan next) {
    plan = next;
    counted.clear();
    begun.clear();
    struck = 0;
    meanwhile = Map.of();
  }

  /// Somebody else does this while that call is on its way.
  synchronized void meanwhile(CallSite site, Runnable act) {
    meanwhile = Map.of(site, act);
  }

  /// The calls, in the order of their beginning.
  synchronized List<CallSite> calls() {
    return List.copyOf(begun);
  }

  /// How often something went wrong.
  synchronized int struck() {
    return struck;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        var site = begin(operation(request));
        interruption(site).ifPresent(Runnable::run);
        return answer(request, site);
      }

      @Override
      public void abort() {
        // a call to the database on this machine ends soon enough
      }
    };
  }

  private static String operation(HttpExecuteRequest request) {
    String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("?");
    return target.substring(target.indexOf('.') + 1);
  }

  private synchronized CallSite begin(String operation) {
    var site = new CallSite(operation, counted.merge(operation, 1, Integer::sum));
    begun.add(site);
    return site;
  }

  private synchronized Optional<Runnable> interruption(CallSite site) {
    var act = Optional.ofNullable(meanwhile.get(site));
    act.ifPresent(_ -> meanwhile = Map.of());
    return act;
  }

  private synchronized Optional<Fault> strike(CallSite site) {
    var fault = plan.at(site);
    struck += fault.isPresent() ? 1 : 0;
    return fault;
  }

  private HttpExecuteResponse answer(HttpExecuteRequest request, CallSite site) throws IOException {
    var fault = strike(site);
    if (fault.isEmpty()) {
      return real.prepareRequest(request).call();
    }
    return switch (fault.get().kind()) {
      case RESET_BEFORE -> throw new SocketException("Connection reset");
      case TIMEOUT_AFTER_COMMIT -> {
        commit(request);
        throw new SocketTimeoutException("Read timed out");
      }
      case THROTTLE -> failure(400, "ProvisionedThroughputExceededException", "");
      case ISE_500_BEFORE -> failure(500, "InternalServerError", "");
      case ISE_500_AFTER_COMMIT -> {
        commit(request);
        yield failure(500, "InternalServerError", "");
      }
      case TX_CONFLICT -> site.isTransaction()
          ? canceled(request, false)
          : failure(400, "TransactionConflictException", "");
      case TX_CONFLICT_AT_FIRST -> canceled(request, true);
      case TX_IN_PROGRESS -> failure(400, "TransactionInProgressException", "");
      case UNPROCESSED -> json(200, "{\"Responses\":{},\"UnprocessedKeys\":%s}".formatted(requestItems(request)));
      case CRASH_BEFORE -> throw new ProcessDeath("before " + site);
      case CRASH_AFTER_COMMIT -> {
        commit(request);
        throw new ProcessDeath("after " + site);
      }
    };
  }

  private void commit(HttpExecuteRequest request) throws IOException {
    var answer = real.prepareRequest(request).call();
    if (answer.responseBody().isPresent()) {
      try (InputStream body = answer.responseBody().get()) {
        body.transferTo(new ByteArrayOutputStream());
      }
    }
  }

  private static HttpExecuteResponse canceled(HttpExecuteRequest request, boolean first) {
    int parts = Wire.json(body(request)).path("TransactItems").size();
    var reasons = new ArrayList<String>();
    for (int i = 0; i < parts; i++) {
      boolean conflict = i == (first ? 0 : parts - 1);
      reasons.add("{\"Code\":\"" + (conflict ? "TransactionConflict" : "None") + "\"}");
    }
    return failure(400, "TransactionCanceledException", ",\"CancellationReasons\":" + reasons);
  }

  private static String requestItems(HttpExecuteRequest request) {
    return Wire.json(body(request)).path("RequestItems").toString();
  }

  private static String body(HttpExecuteRequest request) {
    try (InputStream stream = request.contentStreamProvider().orElseThrow().newStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the body is in memory", e);
    }
  }

  private static HttpExecuteResponse failure(int status, String type, String more) {
    return json(status, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"injected\"%s}"
        .formatted(type, more));
  }

  private static HttpExecuteResponse json(int status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(SdkHttpFullResponse.builder()
            .statusCode(status)
            .putHeader("Content-Type", "application/x-amz-json-1.0")
            .putHeader("Content-Length", Integer.toString(body.length))
            .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }

  @Override
  public void close() {
    // the real client is shared
  }
}
