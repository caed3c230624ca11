package baton.local.function;

import baton.local.template.FunctionSpec;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;

/// The process in which the functions run, with the environment of the template. It ends with `close()`, and when the
/// process that started it is gone.
public final class FunctionHost implements Invoker, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Ctrl-C reaches every process of a terminal; this one ends when whoever started it has finished.
  private static final String DEAF_TO_CTRL_C = "trap '' INT HUP; exec \"$@\"";

  private final List<FunctionSpec> functions;
  private final Path log;
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Map<String, String> environment = Map.of();
  private volatile Optional<Running> running = Optional.empty();
  private IntConsumer onDeath = _ -> { };

  private record Running(Process process, URI address) {}

  /// A host for these functions that is not started yet; what they print goes to the log.
  public FunctionHost(List<FunctionSpec> functions, Path log) {
    this.functions = List.copyOf(functions);
    this.log = log;
  }

  /// Is told, with its exit code, when the process ends by itself.
  public synchronized void onDeath(IntConsumer listener) {
    this.onDeath = listener;
  }

  /// Starts the process.
  public synchronized void start(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    restart();
  }

  /// Starts the process again, killing it first if it is there.
  public synchronized void restart() {
    kill();
    functions.forEach(FunctionHost::requireJar);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      var builder = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().clear();
      builder.environment().putAll(environment);
      var process = builder.start();
      var stdin = process.outputWriter(StandardCharsets.UTF_8); // stays open: its end is the sign to end
      stdin.write(JSON.writeValueAsString(functions.stream().map(HostedFunction.Settings::of).toList()) + "\n");
      stdin.flush();
      running = Optional.of(new Running(process, address(process)));
      process.onExit().thenAccept(this::died);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Kills the process as a power cut would: nothing in it is finished, no answer is given.
  public synchronized void kill() {
    running.ifPresent(run -> {
      running = Optional.empty();
      run.process.destroyForcibly().onExit().join();
    });
  }

  private synchronized void died(Process process) {
    if (running.filter(run -> run.process == process).isPresent()) {
      running = Optional.empty();
      onDeath.accept(process.exitValue());
    }
  }

  @Override
  public boolean available() {
    return running.filter(run -> run.process.isAlive()).isPresent();
  }

  @Override
  public Invocation invoke(String function, byte[] payload) throws InterruptedException {
    var host = running.filter(run -> run.process.isAlive())
        .orElseThrow(() -> new HostUnavailable("the function host is down"));
    var request = HttpRequest.newBuilder(host.address.resolve("/2015-03-31/functions/" + function + "/invocations"))
        .POST(BodyPublishers.ofByteArray(payload)).build();
    try {
      return invocation(function, http.send(request, BodyHandlers.ofByteArray()));
    } catch (ConnectException e) {
      throw new HostUnavailable("the function host does not answer: " + e);
    } catch (IOException e) {
      var error = "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"" + function + " ended without an answer\"}";
      return new Invocation(UUID.randomUUID().toString(), error.getBytes(StandardCharsets.UTF_8),
          Optional.of("Unhandled"));
    }
  }

  @Override
  public synchronized void close() {
    kill();
    http.shutdownNow();
  }

  private static Invocation invocation(String function, HttpResponse<byte[]> response) {
    if (response.statusCode() == HostProcess.THROTTLED) {
      throw new HostUnavailable(function + " runs as often at a time as the template lets it");
    }
    if (response.statusCode() != 200) {
      throw new IllegalStateException("function host: HTTP %d %s".formatted(
          response.statusCode(), new String(response.body(), StandardCharsets.UTF_8)));
    }
    return new Invocation(response.headers().firstValue("x-amzn-RequestId").orElse(""), response.body(),
        response.headers().firstValue("X-Amz-Function-Error"));
  }

  private static void requireJar(FunctionSpec function) {
    if (!Files.exists(function.jar())) {
      throw new IllegalStateException(function.name() + " has no " + function.jar() + ": run `mvn package` first");
    }
  }

  private static List<String> command() {
    return List.of("sh", "-c", DEAF_TO_CTRL_C, "function-host",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
        "-cp", System.getProperty("java.class.path"), HostProcess.class.getName());
  }

  /// The only thing the process ever writes to its standard output is where it listens.
  private URI address(Process process) throws IOException {
    var line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    if (line == null) {
      throw new IllegalStateException("The function host does not start, see " + log);
    }
    return URI.create(line);
  }
}
