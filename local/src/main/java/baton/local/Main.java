package baton.local;

import baton.local.template.TemplateException;
import java.util.List;

/// Starts Baton on this machine and keeps it running until Ctrl-C.
public final class Main {

  private static final int USUAL_PORT = 3000;

  private Main() {}

  /// See [CommandLine#USAGE].
  public static void main(String[] args) throws InterruptedException {
    try {
      var asked = CommandLine.parse(List.of(args));
      run(asked);
    } catch (IllegalArgumentException | IllegalStateException | TemplateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(CommandLine asked) throws InterruptedException {
    var root = Options.projectRoot();
    var options = Options.inMemory().withPort(asked.port().orElse(USUAL_PORT)).withRunDir(root.resolve(".baton"));
    var baton = LocalBaton.start(asked.dataDir().map(options::withDataDir).orElse(options));
    Runtime.getRuntime().addShutdownHook(new Thread(baton::close, "close"));
    baton.onNotice(notice -> System.out.printf("notice %s %s%n", notice.attributes(), notice.message()));
    System.out.printf("""
        Baton answers at %s
        The customers' side: %s/log
        What the functions print: %s
        Ctrl-C ends it.
        """, baton.url(), baton.channels().url(), baton.functionLog());
    Thread.currentThread().join();
  }
}
