package baton.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Run by the build on the JDK it has found: writes down where that is, for the script that starts things.
final class JdkHome {

  private JdkHome() {}

  /// Writes to the file that is given.
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), System.getProperty("java.home") + "\n");
  }
}
