package baton.suite.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One stem names folder, resource, handler and sample events of a function, and none of them stands alone.
class TemplateInventoryTest {

  private static final Path ROOT = Template.root();
  private static final List<LambdaFunction> FUNCTIONS = Template.read().functions();

  @Test
  void every_folder_of_a_function_has_its_resource_and_every_resource_its_folder() throws IOException {
    Set<String> resources = FUNCTIONS.stream().map(LambdaFunction::folder).collect(Collectors.toSet());
    assertThat(resources).isNotEmpty().isEqualTo(folders("functions"));
  }

  @Test
  void every_function_is_named_by_one_stem() {
    assertThat(FUNCTIONS).isNotEmpty().allSatisfy(function -> {
      String stem = function.stem();
      assertThat(function.id()).isEqualTo(stem + "Function");
      assertThat(function.properties().get("Handler").text())
          .isEqualTo("baton." + function.folder().replace("-", "") + "." + stem + "Handler");
    });
  }

  @Test
  void every_function_that_is_written_has_the_handler_that_the_template_names() throws IOException {
    List<LambdaFunction> written = written();
    assertThat(written).as("functions that are written").isNotEmpty();
    assertThat(written).allSatisfy(function -> assertThat(
        Class.forName(function.properties().get("Handler").text(), false, getClass().getClassLoader())).isPublic());
  }

  @Test
  void every_function_that_is_written_has_sample_events_and_no_events_are_without_a_function() throws IOException {
    List<LambdaFunction> written = written();
    assertThat(written).as("functions that are written").isNotEmpty();
    Set<String> withEvents = folders("events");
    assertThat(withEvents).containsAll(written.stream().map(LambdaFunction::folder).toList());
    withEvents.remove("published"); // what others may rely on: nobody's input, everybody's contract
    assertThat(FUNCTIONS.stream().map(LambdaFunction::folder)).containsAll(withEvents);
  }

  @Test
  void every_function_has_its_row_in_the_readme() throws IOException {
    try (Stream<String> lines = Files.lines(ROOT.resolve("README.md"))) {
      assertThat(lines.filter(line -> line.startsWith("| `")).map(line -> line.split("`")[1]))
          .containsExactlyInAnyOrderElementsOf(FUNCTIONS.stream().map(LambdaFunction::folder).toList());
    }
  }

  @Test
  void every_log_group_belongs_to_a_function_or_to_the_api() {
    Set<String> expected = FUNCTIONS.stream().map(function -> function.stem() + "Logs").collect(Collectors.toSet());
    expected.add("ApiLogs");
    assertThat(Template.read().resources("AWS::Logs::LogGroup").keySet()).isEqualTo(expected);
  }

  private static List<LambdaFunction> written() {
    return FUNCTIONS.stream()
        .filter(function -> Files.isDirectory(ROOT.resolve("functions").resolve(function.folder()).resolve("src/main")))
        .toList();
  }

  private static Set<String> folders(String parent) throws IOException {
    try (Stream<Path> below = Files.walk(ROOT.resolve(parent), 2)) {
      return below.filter(file -> file.toString().endsWith(".json") || file.endsWith("pom.xml"))
          .map(file -> ROOT.resolve(parent).relativize(file))
          .filter(file -> file.getNameCount() == 2)
          .map(file -> file.getName(0).toString()).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
