package baton.local;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What an operator does to a table of their own, once: `./baton create-workspace --table … --name …`.
final class Operator {

  private interface Command {
    void run(Arguments given, PrintStream out) throws InterruptedException;
  }

  private static final Map<String, Command> COMMANDS =
      Map.of("create-workspace", CreateWorkspace::run, "create-table", CreateTable::run);

  private Operator() {}

  /// Whether that is a command of an operator.
  static boolean knows(List<String> arguments) {
    return !arguments.isEmpty() && COMMANDS.containsKey(arguments.getFirst());
  }

  static void run(List<String> arguments, PrintStream out) throws InterruptedException {
    COMMANDS.get(arguments.getFirst()).run(Arguments.of(arguments.subList(1, arguments.size())), out);
  }

  /// What was said behind a command: pairs of `--name value`.
  record Arguments(Map<String, String> values) {

    static Arguments of(List<String> words) {
      var values = new TreeMap<String, String>();
      for (int i = 0; i < words.size(); i += 2) {
        if (!words.get(i).startsWith("--") || i + 1 == words.size()) {
          throw new IllegalArgumentException(words.get(i) + " needs a value, or is not known.");
        }
        values.put(words.get(i).substring(2), words.get(i + 1));
      }
      return new Arguments(values);
    }

    /// Nothing but these may have been said.
    Arguments only(String usage, String... names) {
      var others = new TreeMap<>(values);
      others.keySet().removeAll(Set.of(names));
      if (!others.isEmpty()) {
        throw new IllegalArgumentException("--" + others.firstKey() + " is not known.\n" + usage);
      }
      return this;
    }

    String required(String usage, String name) {
      return optional(name).orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing.\n" + usage));
    }

    Optional<String> optional(String name) {
      return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }
  }
}
