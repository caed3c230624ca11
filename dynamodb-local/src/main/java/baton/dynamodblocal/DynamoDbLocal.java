package baton.dynamodblocal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// DynamoDB Local, running as a process of its own on a free port. The process ends with `close()`, and also when the
/// process that started it dies, however it dies.
public final class DynamoDbLocal implements AutoCloseable {

  private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// The shell holds our end of a pipe: when it closes, because we closed it or because we are gone, the database is
  /// stopped. Started in the background it ignores Ctrl-C, so that whoever uses it may finish first.
  private static final String UNTIL_THE_PIPE_CLOSES = """
      exec 3<&0
      "$@" </dev/null 3<&- & database=$!
      { cat <&3 >/dev/null; kill $database; } 2>/dev/null &
      exec 3<&-
      wait $database""";

  private final Process process;
  private final URI endpoint;
  private final Path log;
  private final Thread atExit = new Thread(this::stop, "stop-dynamodb-local");

  private DynamoDbLocal(Process process, URI endpoint, Path log) {
    this.process = process;
    this.endpoint = endpoint;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /// Starts an empty database that is gone when it is closed.
  public static DynamoDbLocal start() {
    return start(List.of("-inMemory"));
  }

  /// Starts a database that keeps its tables in a folder.
  public static DynamoDbLocal start(Path dataDir) {
    try {
      Files.createDirectories(dataDir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return start(List.of("-dbPath", dataDir.toAbsolutePath().toString()));
  }

  /// Where it answers, for instance as `endpointOverride` of a client or as `AWS_ENDPOINT_URL_DYNAMODB`. It takes any
  /// credentials and any region, and shows all of them the same tables.
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      // the machine is already shutting down: the hook does no harm
    }
  }

  private static DynamoDbLocal start(List<String> storage) {
    var failure = "";
    for (var attempt = 0; attempt < 3; attempt++) { // another process may take the free port before we do
      var database = launch(storage, freePort());
      if (database.answersInTime()) {
        return database;
      }
      failure = database.said();
      database.close();
    }
    throw new IllegalStateException("DynamoDB Local does not start:\n" + failure);
  }

  private static DynamoDbLocal launch(List<String> storage, int port) {
    var lib = libraries();
    var command = new ArrayList<String>(List.of("sh", "-c", UNTIL_THE_PIPE_CLOSES, "dynamodb-local",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
        "-Djava.library.path=" + lib, "--enable-native-access=ALL-UNNAMED",
        "-cp", lib + File.separator + "*", MAIN,
        "-port", String.valueOf(port), "-sharedDb", "-disableTelemetry"));
    command.addAll(storage);
    try {
      var log = Files.createTempFile("dynamodb-local", ".log");
      var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      return new DynamoDbLocal(process, URI.create("http://localhost:" + port), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path libraries() {
    var here = Path.of("").toAbsolutePath();
    for (var folder = here; folder != null; folder = folder.getParent()) {
      var lib = folder.resolve("dynamodb-local").resolve("target").resolve("lib");
      if (Files.isDirectory(lib)) {
        return lib;
      }
    }
    throw new IllegalStateException("No dynamodb-local/target/lib above " + here + ": run `mvn package` first");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answersInTime() {
    var deadline = Instant.now().plus(PATIENCE);
    while (process.isAlive() && Instant.now().isBefore(deadline)) {
      if (answers()) {
        return true;
      }
      try {
        process.waitFor(50, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private boolean answers() {
    try {
      var connection = (HttpURLConnection) endpoint.toURL().openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(5000);
      return connection.getResponseCode() > 0 && process.isAlive();
    } catch (IOException _) {
      return false;
    }
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void stop() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      Files.deleteIfExists(log);
    } catch (IOException _) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    } catch (InterruptedException _) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
