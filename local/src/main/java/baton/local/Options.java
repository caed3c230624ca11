package baton.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// How a local run is started. `dataDir` keeps table, queues, stream position and signing key; `port` 0 picks a free
/// one; `parameters` stand in for those of the template, as `--parameter-overrides` would; `runDir` takes the log of
/// the functions.
public record Options(Path template, Optional<Path> dataDir, int port, Map<String, String> parameters, Path runDir) {

  /// The template of this project, nothing kept, a free port: what tests need.
  public static Options inMemory() {
    return inMemory(projectRoot().resolve("template.yaml"));
  }

  /// The same with a template of one's own.
  public static Options inMemory(Path template) {
    return new Options(template, Optional.empty(), 0, Map.of(), Path.of("target", "local-run"));
  }

  /// The same with a folder to keep data in.
  public Options withDataDir(Path folder) {
    return new Options(template, Optional.of(folder), port, parameters, folder);
  }

  /// The same on another port.
  public Options withPort(int other) {
    return new Options(template, dataDir, other, parameters, runDir);
  }

  /// The same with another folder for the log.
  public Options withRunDir(Path folder) {
    return new Options(template, dataDir, port, parameters, folder);
  }

  /// Where the functions' output goes.
  public Path functionLog() {
    return runDir.resolve("functions.log");
  }

  /// The folder above the working directory that has the template.
  public static Path projectRoot() {
    var here = Path.of("").toAbsolutePath();
    for (var folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("template.yaml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No template.yaml above " + here);
  }
}
