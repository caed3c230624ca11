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

  /// Whatever goes wrong is told in a sentence and ends the process: other threads would keep it alive.
  public static void main(String[] args) {
    try {
      if (Operator.knows(List.of(args))) {
        Operator.run(List.of(args), System.out);
      } else {
        run(CommandLine.parse(List.of(args)));
      }
    } catch (Exception e) {
      System.err.println("baton: " + sentence(e));
      System.exit(1);
    }
  }

  static String sentence(Exception e) {
    return switch (e) {
      case IllegalArgumentException _, IllegalStateException _, TemplateException _ -> String.valueOf(e.getMessage());
      default -> e.toString();
    };
  }

  private static void run(CommandLine asked) throws IOException, InterruptedException {
    var options = options(asked);
    var baton = LocalBaton.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(baton::close, "close"));
    if (asked.demo()) {
      System.exit(playsWell(baton, options) ? 0 : 1);
    }
    baton.onNotice(notice -> System.out.printf("notice %s %s%n", notice.attributes(), notice.message()));
    var settings = options.runDir().resolve("environment");
    Files.write(settings, baton.environment().entrySet().stream()
        .map(setting -> "export " + setting.getKey() + "=" + ShellWord.of(setting.getValue()))
        .toList());
    System.out.println(new Welcome(baton, DemoWorkspace.in(baton), settings).text());
    throw new IllegalStateException(baton.breakdown().join());
  }

  private static boolean playsWell(LocalBaton baton, Options options) {
    var held = Demo.play(baton, DemoWorkspace.in(baton), System.out);
    if (!held) {
      System.out.println("What the functions printed: " + options.functionLog());
    } else if (options.dataDir().isEmpty()) {
      for (var file : List.of(options.runDir(), options.functionLog(), options.runDir().resolve("lock"))) {
        file.toFile().deleteOnExit(); // the folder at last: the order is turned around
      }
    }
    return held;
  }

  /// The script runs in the project's folder, but a data folder is meant from where the user stands.
  private static Options options(CommandLine asked) throws IOException {
    // The demo stands in nobody's way: on a free port, unless one is asked for, and in a folder of its own.
    var options = Options.inMemory().withPort(asked.port().orElse(asked.demo() ? 0 : USUAL_PORT))
        .withRunDir(asked.demo() ? Files.createTempDirectory("baton-demo") : Options.projectRoot().resolve(".baton"));
    var from = Path.of(System.getProperty("baton.from", ""));
    return asked.dataDir().map(dir -> options.withDataDir(from.resolve(dir).toAbsolutePath())).orElse(options);
  }
}
