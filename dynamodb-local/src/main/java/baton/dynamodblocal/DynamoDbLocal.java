package baton.dynamodblocal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// DynamoDB Local, running as a process of its own on a free port that only this machine can reach. The process ends
/// with `close()`, and also when the process that started it dies, however it dies.
public final class DynamoDbLocal implements AutoCloseable {

  private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// The shell holds our end of a pipe: when it closes, because we closed it or because we are gone, the database is
  /// stopped. Neither of them hears Ctrl-C, so that whoever uses the database may finish first.
  private static final String UNTIL_THE_PIPE_CLOSES = """
      trap '' INT HUP
      exec 3<&0
      "$@" </dev/null 3<&- & database=$!
      { cat <&3 >/dev/null; kill $database; } 2>/dev/null &
      exec 3<&-
      wait $database""";

  private final Process process;
  private final URI endpoint;
  private final Path log;

  private DynamoDbLocal(Process process, URI endpoint, Path log) {
    this.process = process;
    this.endpoint = endpoint;
    this.log = log;
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

  /// Done when the process has ended, by `close()` or by itself.
  public CompletableFuture<Void> ended() {
    return process.onExit().thenRun(() -> { });
  }

  @Override
  public void close() {
    stop(process, log);
  }

  private static DynamoDbLocal start(List<String> storage) {
    try {
      var log = Files.createTempFile("dynamodb-local", ".log");
      log.toFile().deleteOnExit(); // also where nobody closes: a test's run
      var process = new ProcessBuilder(command(storage)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      var endpoint = whenItListens(process, log);
      if (endpoint.isEmpty()) {
        var said = Files.readString(log);
        stop(process, log);
        throw new IllegalStateException("DynamoDB Local does not start:\n" + said);
      }
      return new DynamoDbLocal(process, endpoint.get(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(List<String> storage) {
    var lib = libraries();
    var command = new ArrayList<String>(List.of("sh", "-c", UNTIL_THE_PIPE_CLOSES, "dynamodb-local",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
        "-Djava.library.path=" + lib, "--enable-native-access=ALL-UNNAMED",
        // It has no option for the address it listens at, and would be reachable from outside.
        "-Djava.nio.channels.spi.SelectorProvider=" + LoopbackChannels.class.getName(),
        "--add-exports", "java.base/sun.nio.ch=ALL-UNNAMED",
        "-cp", lib + File.separator + "*" + File.pathSeparator + ownClasses(), MAIN,
        "-sharedDb", "-disableTelemetry"));
    command.addAll(storage);
    return command;
  }

  private static Path ownClasses() {
    try {
      return Path.of(LoopbackChannels.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
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

  /// Our own process says where it listens; whoever else answers somewhere does not count.
  private static Optional<URI> whenItListens(Process process, Path log) throws IOException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      var address = Files.readString(log).lines().filter(line -> line.startsWith(LoopbackServerChannel.LISTENING))
          .map(line -> URI.create(line.substring(LoopbackServerChannel.LISTENING.length()))).findFirst();
      if (address.isPresent()) {
        return address;
      }
      try {
        process.waitFor(50, MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static void stop(Process process, Path log) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(5, SECONDS)) {
        kill(process);
      }
      Files.deleteIfExists(log);
    } catch (IOException _) {
      kill(process);
    } catch (InterruptedException _) {
      kill(process);
      Thread.currentThread().interrupt();
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
