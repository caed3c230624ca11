package baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltTest {

  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant STARTED = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant MADE = Instant.parse("2026-02-01T00:05:00Z");

  @TempDir
  Path root;
  private Path target;
  private Path source;

  @BeforeEach
  void build() throws IOException {
    target = Files.createDirectories(root.resolve("local/target"));
    file("pom.xml", LONG_AGO);
    file("local/pom.xml", LONG_AGO);
    source = file("local/src/main/java/A.java", LONG_AGO);
    file("local/src/test/java/ATest.java", MADE);
    var jar = file("local/target/local.jar", MADE);
    Files.writeString(target.resolve("classpath"), jar.toString());
    write();
  }

  @Test
  void a_library_that_is_no_longer_where_it_was_is_noticed() throws IOException {
    Files.writeString(target.resolve("classpath"), root.resolve("moved/away.jar").toString());
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void nothing_is_different_right_after_a_build() throws IOException {
    assertThat(isUpToDate()).isTrue();
    file("local/src/test/java/BTest.java", MADE);
    assertThat(isUpToDate()).as("tests are no part of what runs").isTrue();
  }

  @Test
  void a_source_that_is_gone_is_noticed() throws IOException {
    Files.delete(source);
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void a_source_that_was_renamed_is_noticed_though_it_is_old() throws IOException {
    Files.move(source, source.resolveSibling("B.java"));
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void a_source_that_became_older_is_noticed() throws IOException {
    Files.setLastModifiedTime(source, FileTime.from(LONG_AGO.minusSeconds(1)));
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void what_was_written_during_the_build_counts_as_not_built() throws IOException {
    Files.setLastModifiedTime(source, FileTime.from(STARTED.plusSeconds(1)));
    write();
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void what_is_newer_than_its_module_s_jar_counts_as_not_built() throws IOException {
    Files.setLastModifiedTime(source, FileTime.from(LONG_AGO.plusSeconds(1)));
    file("local/target/local.jar", LONG_AGO);
    write();
    assertThat(isUpToDate()).isFalse();
  }

  private void write() throws IOException {
    Built.write(root, target, STARTED);
  }

  private boolean isUpToDate() throws IOException {
    return Built.isUpToDate(root, target);
  }

  private Path file(String path, Instant written) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, path);
    return Files.setLastModifiedTime(file, FileTime.from(written));
  }
}
