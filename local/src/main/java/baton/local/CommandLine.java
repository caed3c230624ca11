package baton.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What the user asks for: `./baton [demo] [--data DIR] [--port N]`.
record CommandLine(boolean demo, Optional<Path> dataDir, Optional<Integer> port) {

  static final String USAGE = """
      Usage: ./baton [demo] [--data DIR] [--port N]
        demo        play a short story against the running system, and end
        --data DIR  keep table, stream position and signing key in DIR (else all is forgotten in the end)
        --port N    the port of the API (3000, if nothing is said)
      Or, upon a table of one's own: ./baton create-workspace, ./baton create-table (say nothing more to see how)""";

  static CommandLine parse(List<String> arguments) {
    var parsed = new CommandLine(false, Optional.empty(), Optional.empty());
    for (var rest = arguments.iterator(); rest.hasNext();) {
      var argument = rest.next();
      parsed = switch (argument) {
        case "demo" -> new CommandLine(true, parsed.dataDir, parsed.port);
        case "--data" -> new CommandLine(parsed.demo, Optional.of(Path.of(value(argument, rest))), parsed.port);
        case "--port" -> new CommandLine(parsed.demo, parsed.dataDir, Optional.of(port(value(argument, rest))));
        default -> throw new IllegalArgumentException(argument + " is not known.\n" + USAGE);
      };
    }
    return parsed;
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value.\n" + USAGE);
    }
    return rest.next();
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("--port needs a number, not " + text + ".\n" + USAGE);
    }
  }
}
