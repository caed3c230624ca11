package baton.testing;

import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/// What a function writes to its log. It takes the log's stream when it is made.
public final class LogLines {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /// Makes a function that writes here.
  public <T> T of(Supplier<T> function) {
    var out = System.out;
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      return function.get();
    } finally {
      System.setOut(out);
    }
  }

  /// All that was written.
  public String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  /// The lines that count that.
  public List<JsonNode> counting(String metric) {
    return text().lines().map(Json::read).filter(line -> line.path("metric").asText().equals(metric)).toList();
  }
}
