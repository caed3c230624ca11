package baton.suite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import baton.suite.template.LambdaFunction;
import baton.suite.template.Template;
import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/openapi.yaml says what the API is: neither more nor less.
class OpenApiTest {
  private static final OpenApi API = OpenApi.read();
  private static final Map<String, JsonNode> OPERATIONS = API.operations();
  private static final List<LambdaFunction.Event> EVENTS = Template.read().functions().stream()
      .flatMap(function -> function.events("HttpApi").stream())
      .toList();
  private static final Map<String, Set<String>> HANDLERS = HttpHandlers.routes();

  @Test
  void the_routes_of_the_document_of_the_template_and_of_the_handlers_are_the_same() {
    var template = EVENTS.stream().map(LambdaFunction.Event::route).toList();
    var handlers = HANDLERS.values().stream().flatMap(Set::stream).toList();
    assertThat(OPERATIONS.keySet()).hasSizeGreaterThanOrEqualTo(47)
        .containsExactlyInAnyOrderElementsOf(template)
        .containsExactlyInAnyOrderElementsOf(handlers);
  }

  @Test
  void every_operation_is_tagged_with_the_function_that_answers_it() {
    var tagged = OPERATIONS.entrySet().stream().collect(Collectors.groupingBy(
        operation -> String.join(" and ", OpenApi.texts(operation.getValue().path("tags"))), TreeMap::new,
        Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(TreeSet::new))));
    assertThat(tagged).isNotEmpty().isEqualTo(HANDLERS);
    assertThat(API.root().path("tags").findValuesAsText("name")).containsExactlyInAnyOrderElementsOf(HANDLERS.keySet());
  }

  @Test
  void every_operation_but_the_webhooks_wants_a_token_in_the_document_and_in_the_template() {
    var open = OPERATIONS.entrySet().stream()
        .filter(operation -> !API.secured(operation.getValue()))
        .map(Map.Entry::getKey);
    var template = EVENTS.stream()
        .filter(event -> event.properties().get("Auth", "Authorizer").is("NONE"))
        .map(LambdaFunction.Event::route);
    var webhooks = List.of("GET /webhooks/{channelId}", "POST /webhooks/{channelId}");
    assertThat(open).containsExactlyInAnyOrderElementsOf(webhooks);
    assertThat(template).containsExactlyInAnyOrderElementsOf(webhooks);
    assertThat(Template.read().get("Resources", "Api", "Properties", "Auth", "DefaultAuthorizer").exists()).isTrue();
  }

  @Test
  void every_operation_has_a_name_of_its_own_and_one_sentence() {
    assertThat(OPERATIONS.values().stream().map(operation -> operation.path("operationId").asText()))
        .isNotEmpty().doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    assertThat(OPERATIONS.values().stream().map(operation -> operation.path("summary").asText()))
        .doesNotHaveDuplicates().allMatch(sentence -> sentence.matches("[A-Z][^.]+\\."));
  }

  @Test
  void every_part_of_a_path_is_described() {
    assertThat(API.root().path("paths").properties()).isNotEmpty().allSatisfy(path -> {
      var named = Stream.of(path.getKey().split("/"))
          .filter(step -> step.startsWith("{"))
          .map(step -> step.substring(1, step.length() - 1));
      var described = path.getValue().path("parameters").valueStream().map(API::follow)
          .filter(parameter -> parameter.path("in").asText().equals("path"))
          .map(parameter -> parameter.path("name").asText());
      assertThat(described).as(path.getKey()).containsExactlyElementsOf(named.toList());
    });
  }

  @Test
  void every_reference_leads_somewhere_and_everything_that_is_shared_is_referred_to() {
    var references = Set.copyOf(API.references());
    assertThat(references).hasSizeGreaterThan(50)
        .allMatch(reference -> !API.root().at(reference.substring(1)).isMissingNode());
    var shared = API.root().path("components").properties().stream()
        .filter(sort -> !sort.getKey().equals("securitySchemes"))
        .flatMap(sort -> sort.getValue().properties().stream()
            .map(entry -> "#/components/" + sort.getKey() + "/" + entry.getKey()));
    assertThat(shared).isNotEmpty().allMatch(references::contains);
  }

  @Test
  void no_text_was_torn_apart_by_a_comma() {
    assertThat(nulls(API.root(), "")).isEmpty();
    assertThat(nulls(Json.read("{\"a\": [{\"or b\": null}]}"), "")).containsExactly("/a/0/or b");
  }

  @Test
  void the_body_of_every_request_has_the_fields_of_the_record_that_its_handler_reads() {
    var records = BodyRecords.all();
    assertThat(records).hasSizeGreaterThanOrEqualTo(16);
    var described = API.schemas().keySet().stream().filter(name -> name.endsWith("Body"));
    assertThat(described).containsExactlyInAnyOrderElementsOf(records.keySet());
    assertThat(records).allSatisfy((name, body) -> {
      var schema = API.schemas().getOrDefault(name, API.root().path(name));
      assertThat(schema.path("additionalProperties").asBoolean(true)).as(name + " takes nothing else").isFalse();
      Map<String, String> fields = new TreeMap<>();
      schema.path("properties").properties().forEach(field ->
          fields.put(field.getKey(), API.follow(field.getValue()).path("type").asText()));
      assertThat(fields).as(name).isEqualTo(BodyRecords.typesOf(body));
    });
  }

  @Test
  void every_write_takes_a_body_of_ours_or_none() {
    var records = BodyRecords.all().keySet();
    var bodies = OPERATIONS.entrySet().stream()
        .filter(operation -> API.secured(operation.getValue()) && operation.getValue().has("requestBody"))
        .map(operation -> API.bodyOf(operation.getValue()))
        .collect(Collectors.toSet());
    assertThat(bodies).hasSizeGreaterThanOrEqualTo(15).isSubsetOf(records);
  }

  @Test
  void every_problem_that_an_operation_names_stands_in_the_list_of_problems() {
    var known = ProblemList.read().keySet();
    assertThat(OPERATIONS).isNotEmpty().allSatisfy((route, operation) -> {
      assertThat(operation.path("x-problems").isArray()).as(route).isTrue();
      assertThat(OpenApi.texts(operation.path("x-problems"))).as(route).doesNotHaveDuplicates();
      assertThat(API.problems(operation)).as(route).isNotEmpty().isSubsetOf(known);
      assertThat(operation.path("responses").has("default")).as(route + " says how problems look").isTrue();
    });
  }

  @Test
  void every_problem_of_the_list_is_named_by_an_operation() {
    var named = OPERATIONS.values().stream()
        .flatMap(operation -> API.problems(operation).stream())
        .collect(Collectors.toSet());
    assertThat(named).containsExactlyInAnyOrderElementsOf(ProblemList.read().keySet());
  }

  private static List<String> nulls(JsonNode node, String at) {
    if (node.isNull()) {
      return List.of(at);
    }
    return node.isArray()
        ? IntStream.range(0, node.size()).boxed().flatMap(i -> nulls(node.get(i), at + "/" + i).stream()).toList()
        : node.properties().stream()
            .flatMap(field -> nulls(field.getValue(), at + "/" + field.getKey()).stream()).toList();
  }
}
