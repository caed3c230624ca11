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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final List<Pending> pending = new ArrayList<>();
  private Optional<Path> kept = Optional.empty();

  private record Pending(FunctionSpec function, JsonNode event, Instant since) {}

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

  /// Keeps what is still pending in the end in a file, and takes up what was pending the last time.
  public void keepIn(Path file, Function<String, FunctionSpec> functions) {
    kept = Optional.of(file);
    if (Files.exists(file)) {
      try {
        for (var one : JSON.readTree(file.toFile())) {
          start(new Pending(functions.apply(one.path("function").asText()), one.path("event"),
              Instant.parse(one.path("since").asText())));
        }
        Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Takes an event for a function and returns at once.
  public void accept(FunctionSpec function, JsonNode event) {
    start(new Pending(function, event, clock.instant()));
  }

  /// Waits until nothing is pending any more, but not for longer than this.
  public void settle(Duration patience) throws InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    synchronized (pending) {
      for (var left = patience.toMillis(); !pending.isEmpty() && left > 0;
          left = (deadline - System.nanoTime()) / 1_000_000) {
        pending.wait(left);
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    kept.ifPresent(this::write);
  }

  private void start(Pending one) {
    synchronized (pending) {
      pending.add(one);
    }
    threads.execute(() -> {
      try {
        invokeOrSetAside(one.function, one.event, one.since);
        done(one);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt(); // the run is ending, and it stays pending
      } catch (RuntimeException e) {
        System.err.println(one.function.name() + ": the event is lost: " + e);
        done(one);
      }
    });
  }

  private void done(Pending one) {
    synchronized (pending) {
      pending.remove(one);
      pending.notifyAll();
    }
  }

  private void write(Path file) {
    var list = JSON.createArrayNode();
    synchronized (pending) {
      pending.forEach(one -> list.addObject().put("function", one.function.name()).put("since", one.since.toString())
          .set("event", one.event));
    }
    try {
      JSON.writeValue(file.toFile(), list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
