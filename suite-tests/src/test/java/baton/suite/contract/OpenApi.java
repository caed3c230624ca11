package baton.suite.contract;

import baton.suite.template.Template;
import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// docs/openapi.yaml as it is written.
record OpenApi(JsonNode root) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

  static OpenApi read() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(500);
    try {
      String yaml = Files.readString(Template.root().resolve("docs/openapi.yaml"));
      return new OpenApi(Json.MAPPER.valueToTree(new Yaml(new SafeConstructor(options)).load(yaml)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The operations by their routes: `POST /conversations/{id}/claim`.
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new LinkedHashMap<>();
    root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
        .filter(method -> METHODS.contains(method.getKey()))
        .forEach(method -> operations.put(
            method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
    return operations;
  }

  /// Whether nobody gets in without a token.
  boolean secured(JsonNode operation) {
    var security = operation.has("security") ? operation.path("security") : root.path("security");
    return !security.isEmpty() && security.valueStream().allMatch(way -> way.has("bearerAuth"));
  }

  /// The slugs of the problems that this operation can answer.
  Set<String> problems(JsonNode operation) {
    Set<String> slugs = new TreeSet<>(texts(operation.path("x-problems")));
    slugs.addAll(texts(root.path("x-problems-of-every-route")));
    if (secured(operation)) {
      slugs.addAll(texts(root.path("x-problems-of-every-secured-route")));
    }
    return slugs;
  }

  /// What a `$ref` leads to, or the place itself.
  JsonNode follow(JsonNode place) {
    return place.has("$ref") ? follow(root.at(place.path("$ref").asText().substring(1))) : place;
  }

  /// Every `$ref` in it.
  List<String> references() {
    return root.findValuesAsText("$ref");
  }

  /// The schemas of components.
  Map<String, JsonNode> schemas() {
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    root.path("components").path("schemas").properties()
        .forEach(schema -> schemas.put(schema.getKey(), schema.getValue()));
    return schemas;
  }

  /// What is sent with that operation: the name of its schema; empty where nothing of ours is.
  String bodyOf(JsonNode operation) {
    String schema = follow(operation.path("requestBody"))
        .path("content").path("application/json").path("schema").path("$ref").asText();
    return schema.substring(schema.lastIndexOf('/') + 1);
  }

  static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
