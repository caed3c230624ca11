package baton.local.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.local.function.HostUnavailable;
import baton.local.function.Invocation;
import baton.local.function.Invoker;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A function that notes its batches and answers as it is told.
final class FakeFunction implements Invoker {

  private static final ObjectMapper JSON = new ObjectMapper();

  final List<JsonNode> events = new CopyOnWriteArrayList<>();
  volatile Function<JsonNode, String> answers = _ -> "{}";
  final AtomicInteger refusals = new AtomicInteger();
  volatile boolean down;

  /// What a function answers when it throws.
  static final String THROWS = "throws";

  /// An answer that names failed items.
  static String failed(List<String> ids) {
    var json = JSON.createObjectNode();
    var failures = json.putArray("batchItemFailures");
    ids.forEach(id -> failures.addObject().put("itemIdentifier", id));
    return json.toString();
  }

  @Override
  public boolean available() {
    return !isDown();
  }

  @Override
  public Invocation invoke(String function, byte[] payload) {
    if (isDown()) {
      throw new HostUnavailable("down");
    }
    try {
      var event = JSON.readTree(payload);
      events.add(event);
      var answer = answers.apply(event);
      return new Invocation("request", answer.getBytes(UTF_8),
          answer.equals(THROWS) ? Optional.of("Unhandled") : Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isDown() {
    if (down) {
      refusals.incrementAndGet();
    }
    return down;
  }

  /// The batches so far, each as a list of what is found in its records.
  List<List<String>> batches(Function<JsonNode, String> of) {
    return events.stream().map(event -> event.path("Records").valueStream().map(of).toList()).toList();
  }
}
