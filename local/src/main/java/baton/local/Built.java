package baton.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which sources the last build has seen: Maven writes it down, and `./baton` asks whether anything is different now,
/// be it changed, new, renamed or gone. Uses nothing but the JDK, so that asking is quick.
final class Built {

  private static final Set<String> NOT_BUILT = Set.of("suite-tests", "fault-tests", "docs", "events");

  private final Path root;

  private Built(Path root) {
    this.root = root;
  }

  /// `write ROOT TARGET STARTED`, when a build that started then is done: the sources it has seen, and its JDK.
  /// `check ROOT TARGET`: ends with 1 when the sources are others by now.
  public static void main(String[] args) throws IOException {
    var root = Path.of(args[1]).toRealPath();
    var target = Path.of(args[2]);
    if (args[0].equals("write")) {
      write(root, target, Instant.parse(args[3]));
    } else if (!isUpToDate(root, target)) {
      System.exit(1);
    }
  }

  static void write(Path root, Path target, Instant started) throws IOException {
    Files.write(target.resolve("built"), new Built(root).seenBy(started));
    Files.writeString(target.resolve("jdk-home"), System.getProperty("java.home") + "\n");
  }

  static boolean isUpToDate(Path root, Path target) throws IOException {
    return Files.readAllLines(target.resolve("built")).equals(new Built(root).sources())
        && Stream.of(Files.readString(target.resolve("classpath")).strip().split(File.pathSeparator))
            .allMatch(entry -> Files.exists(Path.of(entry)));
  }

  /// A file that was written after the build began, or a source after its module's jar, may be newer than what was
  /// built of it: it is noted as unknown, and so as different the next time.
  private List<String> seenBy(Instant started) throws IOException {
    var seen = new ArrayList<String>();
    for (var file : files()) {
      var written = Files.getLastModifiedTime(root.resolve(file)).toInstant();
      var isOlder = written.isBefore(started)
          && (file.endsWith("pom.xml") || !written.isAfter(jarOf(root.resolve(file))));
      seen.add(isOlder ? line(file) : "? " + file);
    }
    return seen;
  }

  private List<String> sources() throws IOException {
    var now = new ArrayList<String>();
    for (var file : files()) {
      now.add(line(file));
    }
    return now;
  }

  private String line(Path file) throws IOException {
    var attributes = Files.readAttributes(root.resolve(file), BasicFileAttributes.class);
    return attributes.lastModifiedTime().toMillis() + " " + attributes.size() + " " + file;
  }

  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(root, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isOfNoInterest(root.relativize(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.endsWith("pom.xml") || file.toString().contains("/src/main/")) {
          files.add(root.relativize(file));
        }
        return FileVisitResult.CONTINUE;
      }
    });
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private static boolean isOfNoInterest(Path folder) {
    return NOT_BUILT.contains(folder.toString()) || folder.endsWith("target") || folder.endsWith("src/test")
        || folder.getFileName().toString().startsWith(".");
  }

  /// When the jar of a file's module was made.
  private Instant jarOf(Path file) throws IOException {
    var module = file.getParent();
    while (!Files.exists(module.resolve("pom.xml"))) {
      module = module.getParent();
    }
    var target = module.resolve("target");
    if (!Files.isDirectory(target)) {
      return Instant.MIN;
    }
    try (var jars = Files.newDirectoryStream(target, "*.jar")) {
      var newest = FileTime.fromMillis(0);
      for (var jar : jars) {
        var made = Files.getLastModifiedTime(jar);
        newest = made.compareTo(newest) > 0 ? made : newest;
      }
      return newest.toInstant();
    }
  }
}
