package baton.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What the user asks for: `./baton [demo] [--data DIR] [--port N]`.
record CommandLine(boolean demo, Optional<Path> dataDir, Optional<Integer> port) {

  private static final String HELP = ": see ./baton --help";

  static CommandLine parse(List<String> arguments) {
    var parsed = new CommandLine(false, Optional.empty(), Optional.empty());
    for (var rest = arguments.iterator(); rest.hasNext();) {
      var argument = rest.next();
      parsed = switch (argument) {
        case "demo" -> new CommandLine(true, parsed.dataDir, parsed.port);
        case "--data" -> new CommandLine(parsed.demo, Optional.of(Path.of(value(argument, rest))), parsed.port);
        case "--port" -> new CommandLine(parsed.demo, parsed.dataDir, Optional.of(port(value(argument, rest))));
        default -> throw new IllegalArgumentException(argument + " is not known" + HELP);
      };
    }
    return parsed;
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value" + HELP);
    }
    return rest.next();
  }

  private static int port(String text) {
    try {
      var port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw new IllegalArgumentException("--port needs a number from 0 to 65535, not " + text + HELP);
  }
}
