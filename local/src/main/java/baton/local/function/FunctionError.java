package baton.local.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// How a function failed, in the words of Lambda.
final class FunctionError extends Exception {

  private final String type;

  private FunctionError(String type, String message, Throwable cause) {
    super(message, cause);
    this.type = type;
  }

  static FunctionError thrown(Throwable thrown) {
    return new FunctionError(thrown.getClass().getName(), String.valueOf(thrown.getMessage()), thrown);
  }

  static FunctionError timedOut(String requestId, Duration timeout, Throwable cause) {
    return new FunctionError("Sandbox.Timedout", "RequestId: %s Error: Task timed out after %.2f seconds"
        .formatted(requestId, timeout.toMillis() / 1000.0), cause);
  }

  byte[] json() {
    var json = JsonNodeFactory.instance.objectNode().put("errorMessage", getMessage()).put("errorType", type);
    var trace = json.putArray("stackTrace");
    for (var frame : getCause().getStackTrace()) {
      trace.add(frame.toString());
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
