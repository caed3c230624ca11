package baton.suite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import baton.conversation.Rejection;
import baton.http.Malformed;
import baton.http.Problem;
import baton.http.Response;
import baton.suite.template.Template;
import baton.wire.Json;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/problems.md lists every problem that can be answered, with its status, and no other.
class ProblemsDocTest {
  private static final Pattern SLUG_OF_ITS_OWN = Pattern.compile("Malformed\\s*\\.of\\(\\s*\"([a-z-]+)\"");
  private static final OpenApi API = OpenApi.read();

  @Test
  void every_problem_stands_in_the_list_with_its_status_and_no_other() throws Exception {
    Map<String, Integer> produced = new TreeMap<>();
    produced().forEach(problem -> produced.put(slug(problem), problem.status()));
    assertThat(produced).hasSizeGreaterThan(30).isEqualTo(ProblemList.read());
  }

  @Test
  void every_problem_looks_as_the_api_says() throws Exception {
    assertThat(produced()).hasSizeGreaterThan(30).allSatisfy(problem -> assertThat(SchemaCheck.faults(
        API, API.root().at("/components/schemas/Problem"), Json.read(problem.body()))).as(problem.body()).isEmpty());
  }

  @Test
  void every_further_member_of_a_problem_stands_beside_it_in_the_list() throws Exception {
    Map<String, String> named = new TreeMap<>();
    Markdown.read("problems.md").table("slug").forEach(row ->
        named.put(Markdown.words(row.getFirst()).getFirst(), row.getLast()));
    var usual = List.of("type", "title", "status", "detail", "instance");
    assertThat(produced()).isNotEmpty().allSatisfy(problem -> Json.read(problem.body()).fieldNames()
        .forEachRemaining(member -> {
          if (!usual.contains(member)) {
            assertThat(named.get(slug(problem))).as(slug(problem)).contains(member);
          }
        }));
  }

  private static String slug(Response problem) {
    return Json.read(problem.body()).path("type").asText().replaceFirst("^/problems/", "");
  }

  private static List<Response> produced() throws Exception {
    var refused = Arrays.stream(Rejection.class.getPermittedSubclasses())
        .map(type -> Problem.of((Rejection) Specimens.of(type), "id"));
    return Stream.of(refused, malformed(), general()).flatMap(problems -> problems).toList();
  }

  // Whatever Malformed makes itself, and the slugs that routes give it.
  private static Stream<Response> malformed() throws IOException {
    var own = slugsOfTheirOwn().stream().map(slug -> Malformed.of(slug, "why"));
    var made = makers(Malformed.class, Malformed.class)
        .filter(maker -> !maker.getName().equals("of"))
        .map(maker -> (Malformed) call(maker));
    var problem = makers(Problem.class, Response.class)
        .filter(maker -> maker.getParameterTypes()[0] == Malformed.class)
        .findFirst().orElseThrow();
    return Stream.concat(own, made).map(malformed -> (Response) call(problem, malformed, "id"));
  }

  // What needs nothing but the request's id.
  private static Stream<Response> general() {
    return makers(Problem.class, Response.class)
        .filter(maker -> maker.getParameterCount() == 1)
        .map(maker -> (Response) call(maker));
  }

  private static List<String> slugsOfTheirOwn() throws IOException {
    try (var files = Files.walk(Template.root())) {
      var sources = files.filter(file -> file.toString().matches(".*/src/main/java/.*\\.java")).toList();
      assertThat(sources).isNotEmpty();
      var slugs = new TreeSet<String>();
      for (var source : sources) {
        SLUG_OF_ITS_OWN.matcher(Files.readString(source)).results().map(found -> found.group(1))
            .forEach(slugs::add);
      }
      assertThat(slugs).isNotEmpty();
      return List.copyOf(slugs);
    }
  }

  private static Stream<Method> makers(Class<?> of, Class<?> what) {
    return Arrays.stream(of.getDeclaredMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers()))
        .filter(method -> method.getReturnType() == what);
  }

  private static Object call(Method maker, Object... arguments) {
    maker.setAccessible(true);
    Object[] all = arguments.length > 0
        ? arguments
        : Arrays.stream(maker.getParameterTypes()).map(Specimens::of).toArray();
    try {
      return maker.invoke(null, all);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(maker.toString(), e);
    }
  }
}
