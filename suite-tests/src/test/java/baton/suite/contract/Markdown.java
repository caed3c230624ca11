package baton.suite.contract;

import baton.suite.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A document of docs/.
record Markdown(List<String> lines) {
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  static Markdown read(String name) {
    try {
      return new Markdown(Files.readAllLines(Template.root().resolve("docs").resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The rows of the table whose first column has that name, without its head.
  List<List<String>> table(String firstColumn) {
    return lines.stream()
        .dropWhile(line -> !line.startsWith("| " + firstColumn + " |"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(Markdown::cells)
        .toList();
  }

  /// What stands in a cell as code.
  static List<String> words(String cell) {
    return WORD.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
  }
}
