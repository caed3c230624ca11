package baton.local;

import baton.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Starts Baton on this machine and keeps it running until Ctrl-C.
public final class Main {

  private static final int USUAL_PORT = 3000;

  private Main() {}

  /// See [CommandLine#USAGE].
  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      var asked = CommandLine.parse(List.of(args));
      run(asked);
    } catch (IllegalArgumentException | IllegalStateException | TemplateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(CommandLine asked) throws IOException, InterruptedException {
    if (asked.demo()) {
      throw new IllegalStateException("The demo is not there yet.");
    }
    var options = options(asked);
    Files.deleteIfExists(options.functionLog());
    var baton = LocalBaton.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(baton::close, "close"));
    baton.onNotice(notice -> System.out.printf("notice %s %s%n", notice.attributes(), notice.message()));
    var settings = options.runDir().resolve("environment");
    Files.write(settings,
        baton.environment().entrySet().stream().map(e -> "export " + e.getKey() + "=" + e.getValue()).toList());
    System.out.printf("""
        Baton answers at %s
        The customers' side: %s/log
        What the functions print: %s
        To look into it with the AWS command line: source %s
        Ctrl-C ends it.
        """, baton.url(), baton.channels().url(), baton.functionLog(), settings);
    Thread.currentThread().join();
  }

  /// The script runs in the project's folder, but a data folder is meant from where the user stands.
  private static Options options(CommandLine asked) {
    var options = Options.inMemory().withPort(asked.port().orElse(USUAL_PORT))
        .withRunDir(Options.projectRoot().resolve(".baton"));
    var from = Path.of(System.getProperty("baton.from", ""));
    return asked.dataDir().map(dir -> options.withDataDir(from.resolve(dir).toAbsolutePath())).orElse(options);
  }
}
