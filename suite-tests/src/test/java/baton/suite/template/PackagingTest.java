package baton.suite.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The jars that SAM takes: each holds its function and what that needs, and is small. Package the functions first.
class PackagingTest {
  // The goal is 10 MB; those that publish carry a client more each, and the authorizer a library for tokens.
  private static final long MOST_BYTES = 12_000_000;

  private static final List<String> FOREIGN = List.of(
      "com/amazonaws/services/dynamodbv2/", "org/junit/", "org/assertj/", "baton/testing/", "baton/dynamodblocal/",
      "baton/local/", "org/yaml/snakeyaml/", "org/apache/http/", "org/apache/hc/", "io/netty/",
      "software/amazon/awssdk/http/apache", "software/amazon/awssdk/http/nio/", "software/amazon/awssdk/http/crt/");

  static Stream<LambdaFunction> functions() {
    return Template.read().functions().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_jar_holds_its_handler_and_is_small(LambdaFunction function) throws IOException {
    assertThat(jar(function)).exists();
    assertThat(Files.size(jar(function))).as(function.folder()).isLessThanOrEqualTo(MOST_BYTES);
    assertThat(entries(function)).contains(function.properties().get("Handler").text().replace('.', '/') + ".class");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_jar_holds_no_test_no_database_and_no_client_of_http_that_is_never_used(LambdaFunction function)
      throws IOException {
    assertThat(entries(function)).as(function.folder()).isNotEmpty()
        .noneMatch(entry -> FOREIGN.stream().anyMatch(entry::startsWith))
        .noneMatch(entry -> entry.startsWith("baton/") && entry.endsWith("Test.class"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_jar_holds_no_other_function(LambdaFunction function) throws IOException {
    Set<String> others = functions().filter(other -> !other.equals(function))
        .map(other -> "baton/" + other.folder().replace("-", "") + "/").collect(Collectors.toSet());
    assertThat(entries(function)).as(function.folder()).noneMatch(entry -> others.stream().anyMatch(entry::startsWith));
  }

  private static List<String> entries(LambdaFunction function) throws IOException {
    try (var jar = new ZipFile(jar(function).toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }

  private static Path jar(LambdaFunction function) {
    return Template.root().resolve(function.properties().get("CodeUri").text());
  }
}
