package baton.local.source;

import baton.local.function.HostUnavailable;
import baton.local.function.Invocation;
import baton.local.function.Invoker;
import baton.local.template.AsyncPolicy;
import baton.local.template.FunctionSpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Invocations that nobody waits for, as SNS and schedules make them: Lambda keeps the event, tries again, and in the
/// end puts it into the function's on-failure queue. A pause of minutes in AWS is one of seconds here.
public final class AsyncInvocations implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Invoker invoker;
  private final Function<String, Gate> gates;
  private final BiConsumer<String, String> queues;
  private final InstantSource clock;
  private final Duration pause;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// `queues` puts a body into the queue with an ARN; `pause` is the wait before the first retry, twice as long before
  /// the second.
  public AsyncInvocations(Invoker invoker, Function<String, Gate> gates, BiConsumer<String, String> queues,
      InstantSource clock,
      Duration pause) {
    this.invoker = invoker;
    this.gates = gates;
    this.queues = queues;
    this.clock = clock;
    this.pause = pause;
  }

  /// Takes an event for a function and returns at once.
  public void accept(FunctionSpec function, JsonNode event) {
    var since = clock.instant();
    threads.execute(() -> {
      try {
        invokeOrSetAside(function, event, since);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt(); // the run is ending
      } catch (RuntimeException e) {
        System.err.println(function.name() + ": the event is lost: " + e);
      }
    });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void invokeOrSetAside(FunctionSpec function, JsonNode event, Instant since) throws InterruptedException {
    var payload = event.toString().getBytes(StandardCharsets.UTF_8);
    for (var attempt = 1;; attempt++) {
      var invocation = invoke(function, payload);
      if (!invocation.failed()) {
        return;
      }
      var tooOld = since.plus(function.async().maximumAge()).isBefore(clock.instant());
      if (attempt > function.async().maximumRetries() || tooOld) {
        setAside(function, event, invocation, tooOld ? "EventAgeExceeded" : "RetriesExhausted", attempt);
        return;
      }
      Thread.sleep(pause.multipliedBy(attempt));
    }
  }

  private Invocation invoke(FunctionSpec function, byte[] payload) throws InterruptedException {
    while (true) {
      try {
        return gates.apply(function.name()).before(invoker).invoke(function.name(), payload);
      } catch (HostUnavailable _) {
        Thread.sleep(200); // Lambda keeps the event until the function can be run again
      }
    }
  }

  private void setAside(FunctionSpec function, JsonNode event, Invocation last, String condition, int attempts) {
    AsyncPolicy policy = function.async();
    policy.onFailureArn().ifPresent(arn -> queues.accept(arn, failure(function, event, last, condition, attempts)));
    policy.deadLetterArn().ifPresent(arn -> queues.accept(arn, event.toString()));
  }

  private String failure(FunctionSpec function, JsonNode event, Invocation last, String condition, int attempts) {
    var message = JsonNodeFactory.instance.objectNode().put("version", "1.0")
        .put("timestamp", clock.instant().toString());
    message.putObject("requestContext").put("requestId", last.requestId())
        .put("functionArn", function.arn() + ":$LATEST")
        .put("condition", condition).put("approximateInvokeCount", attempts);
    message.set("requestPayload", event);
    message.putObject("responseContext").put("statusCode", 200).put("executedVersion", "$LATEST")
        .put("functionError", last.error().orElse("Unhandled"));
    message.set("responsePayload", json(last.payload()));
    return message.toString();
  }

  private static JsonNode json(byte[] payload) {
    try {
      return JSON.readTree(payload);
    } catch (IOException e) {
      return JsonNodeFactory.instance.textNode(e.toString());
    }
  }
}
