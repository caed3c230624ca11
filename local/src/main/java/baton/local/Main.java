package baton.local;

import baton.local.demo.Demo;
import baton.local.demo.DemoWorkspace;
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
      if (Operator.knows(List.of(args))) {
        Operator.run(List.of(args), System.out);
        return;
      }
      var asked = CommandLine.parse(List.of(args));
      run(asked);
    } catch (IllegalArgumentException | IllegalStateException | TemplateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(CommandLine asked) throws IOException, InterruptedException {
    var options = options(asked);
    Files.deleteIfExists(options.functionLog());
    var baton = LocalBaton.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(baton::close, "close"));
    var workspace = DemoWorkspace.in(baton);
    if (asked.demo()) {
      System.exit(Demo.play(baton, workspace, System.out) ? 0 : 1);
    }
    baton.onNotice(notice -> System.out.printf("notice %s %s%n", notice.attributes(), notice.message()));
    Files.write(settings(options), baton.environment().entrySet().stream()
        .map(setting -> "export " + setting.getKey() + "=" + setting.getValue())
        .toList());
    System.out.println(new Welcome(baton, workspace, settings(options)).text());
    Thread.currentThread().join();
  }

  private static Path settings(Options options) {
    return options.runDir().resolve("environment");
  }

  /// The script runs in the project's folder, but a data folder is meant from where the user stands.
  private static Options options(CommandLine asked) {
    // The demo stands in nobody's way: on a free port, unless one is asked for.
    var options = Options.inMemory().withPort(asked.port().orElse(asked.demo() ? 0 : USUAL_PORT))
        .withRunDir(Options.projectRoot().resolve(".baton"));
    var from = Path.of(System.getProperty("baton.from", ""));
    return asked.dataDir().map(dir -> options.withDataDir(from.resolve(dir).toAbsolutePath())).orElse(options);
  }
}
