package baton.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder of a run, held by one run at a time: two would take each other's log and data away.
final class RunFolder implements AutoCloseable {

  private final FileChannel lock;

  private RunFolder(FileChannel lock) {
    this.lock = lock;
  }

  /// Makes the folder if need be, and holds it until it is closed, or until the process is gone.
  static RunFolder hold(Path folder) {
    try {
      Files.createDirectories(folder);
      var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isHeldElsewhere(lock)) {
        lock.close();
        throw new IllegalStateException(
            "Baton runs in %s already: end that one first, or give this one a folder of its own with --data"
            .formatted(folder));
      }
      return new RunFolder(lock);
    } catch (IOException e) {
      throw new IllegalStateException("%s is no folder that can be written to".formatted(folder), e);
    }
  }

  private static boolean isHeldElsewhere(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() == null;
    } catch (OverlappingFileLockException _) {
      return true; // by this very process
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
