package baton.local.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far each shard of a stream has been read: the last sequence number that is done with. Kept in a file, if there
/// is one, so that a restart goes on where it stopped.
final class StreamPositions {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String END = "end";

  private final Optional<Path> file;
  private final Map<String, String> done = new TreeMap<>();

  StreamPositions(Optional<Path> file) {
    this.file = file;
    file.filter(Files::exists).ifPresent(this::read);
  }

  Optional<String> after(String shard) {
    return Optional.ofNullable(done.get(shard));
  }

  boolean ended(String shard) {
    return END.equals(done.get(shard));
  }

  boolean none() {
    return done.isEmpty();
  }

  void done(String shard, String sequenceNumber) {
    done.put(shard, sequenceNumber);
    file.ifPresent(this::write);
  }

  void end(String shard) {
    done(shard, END);
  }

  private void read(Path from) {
    try {
      JSON.readTree(from.toFile()).properties().forEach(shard -> done.put(shard.getKey(), shard.getValue().asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path to) {
    try {
      var next = to.resolveSibling(to.getFileName() + ".next");
      JSON.writeValue(next.toFile(), done);
      Files.move(next, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
