package baton.http;

import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/// One JSON line for each thing worth knowing. Never a body, a text, a name, a phone number, a token or a secret.
public final class Log {
  private final PrintStream out;
  private final String function;

  /// Writes to that stream in the name of that function.
  public Log(PrintStream out, String function) {
    this.out = out;
    this.function = function;
  }

  /// A request and its answer.
  void request(Request request, Response response, long millis) {
    line(response.status() >= 500 ? "error" : "info", Json.MAPPER.createObjectNode()
        .put("requestId", request.id())
        .put("route", request.route())
        .put("workspace", request.claims().getOrDefault("workspace", ""))
        .put("actor", request.claims().getOrDefault("agent", ""))
        .put("status", response.status())
        .put("ms", millis));
  }

  /// A failure, with its trace.
  void failure(Request request, Throwable failure) {
    failure(request.id(), failure);
  }

  /// A failure of something other than a request.
  public void failure(String of, Throwable failure) {
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    line("error", Json.MAPPER.createObjectNode().put("requestId", of).put("failure", trace.toString()));
  }

  /// Something that happened, with its number.
  public void count(String what, long number) {
    count(what, number, Map.of());
  }

  /// Something that happened, with its number, and to what it happened.
  public void count(String what, long number, Map<String, String> to) {
    var line = Json.MAPPER.createObjectNode().put("metric", what).put("value", number);
    to.forEach(line::put);
    line("info", line);
  }

  private void line(String level, ObjectNode line) {
    // JSON escapes line breaks and control characters: what a stranger sends cannot forge a line.
    out.println(line.put("level", level).put("function", function));
  }
}
