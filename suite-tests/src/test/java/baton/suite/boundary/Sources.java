package baton.suite.boundary;

import baton.local.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The production sources of some folders.
///
/// @param files by their path from the project's folder
record Sources(List<Source> files) {

  record Source(String path, String text) {}

  /// Everything under `src/main/java` of these folders.
  static Sources of(String... folders) {
    return new Sources(Stream.of(folders).flatMap(Sources::read).toList());
  }

  private static Stream<Source> read(String folder) {
    var root = Options.projectRoot();
    try (var paths = Files.walk(root.resolve(folder))) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> root.relativize(path).toString().replace('\\', '/').contains("/src/main/java/"))
          .map(path -> new Source(root.relativize(path).toString().replace('\\', '/'), text(path)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is found where, but for the files whose path ends like one of these: `path: found`.
  List<String> finding(Pattern pattern, String... except) {
    return files.stream()
        .filter(source -> Stream.of(except).noneMatch(source.path()::endsWith))
        .flatMap(source -> pattern.matcher(source.text()).results().map(found -> source.path() + ": " + found.group()))
        .toList();
  }
}
