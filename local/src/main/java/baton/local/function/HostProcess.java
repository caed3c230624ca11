package baton.local.function;

import baton.local.function.HostedFunction.Settings;
import baton.local.http.LoopbackServer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// The main program of the function host: reads from standard input which functions there are, serves Lambda's
/// `Invoke`, and ends when standard input does.
final class HostProcess {

  /// The status of an invocation that was one too many at a time.
  static final int THROTTLED = 429;

  private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");

  private final Map<String, HostedFunction> functions = new HashMap<>();

  private HostProcess(Settings[] settings) {
    for (var function : settings) {
      functions.put(function.name(), new HostedFunction(function));
    }
  }

  /// Runs until standard input ends.
  public static void main(String[] args) throws IOException {
    var handshake = System.out;
    System.setErr(new PrintStream(new NamedLines(System.err), true, StandardCharsets.UTF_8));
    System.setOut(System.err); // what handlers print belongs into the log
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var host = new HostProcess(new ObjectMapper().readValue(in.readLine(), Settings[].class));
    handshake.println(LoopbackServer.start(0, host::handle).uri());
    while (in.readLine() != null) {
      // nothing more is ever said
    }
    Runtime.getRuntime().halt(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = PATH.matcher(exchange.getRequestURI().getPath());
    var function = path.matches() ? functions.get(path.group(1)) : null;
    if (function == null) {
      LoopbackServer.answer(exchange, 404, "text/plain", "no such function".getBytes(StandardCharsets.UTF_8));
      return;
    }
    var requestId = UUID.randomUUID().toString();
    exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
    exchange.getResponseHeaders().set("X-Amz-Executed-Version", "$LATEST");
    try {
      LoopbackServer.answer(exchange, 200, "application/json",
          function.invoke(exchange.getRequestBody().readAllBytes(), requestId));
    } catch (HostedFunction.Throttled _) {
      LoopbackServer.answer(exchange, THROTTLED, "application/json",
          "{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\"}".getBytes(StandardCharsets.UTF_8));
    } catch (FunctionError e) {
      exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
      LoopbackServer.answer(exchange, 200, "application/json", e.json());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
