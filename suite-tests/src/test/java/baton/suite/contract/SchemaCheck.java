package baton.suite.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a value is what a schema of docs/openapi.yaml says: as much of JSON Schema as stands there. A keyword that
/// it does not know is a mistake, so that none is passed over.
final class SchemaCheck {
  private static final Set<String> KNOWN = Set.of(
      "$ref", "type", "const", "enum", "pattern", "format", "minLength", "maxLength", "minimum", "maximum", "minItems",
      "maxItems", "items", "properties", "required", "additionalProperties", "unevaluatedProperties", "allOf", "oneOf",
      "description", "examples", "default");

  private final OpenApi api;
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck(OpenApi api) {
    this.api = api;
  }

  /// What is wrong with the value, each with where; nothing when it fits.
  static List<String> faults(OpenApi api, JsonNode schema, JsonNode value) {
    var check = new SchemaCheck(api);
    check.visit(schema, value, "");
    return List.copyOf(check.faults);
  }

  // Returns the names of the properties that the schema has spoken of.
  private Set<String> visit(JsonNode schema, JsonNode value, String at) {
    schema.fieldNames().forEachRemaining(keyword -> require(KNOWN.contains(keyword), at, "no check of " + keyword));
    Set<String> spokenOf = new HashSet<>();
    if (schema.has("$ref")) {
      spokenOf.addAll(visit(api.follow(schema), value, at));
    }
    schema.path("allOf").forEach(part -> spokenOf.addAll(visit(part, value, at)));
    if (schema.has("oneOf")) {
      spokenOf.addAll(one(schema.path("oneOf"), value, at));
    }
    plain(schema, value, at);
    if (value.isTextual()) {
      text(schema, value.asText(), at);
    } else if (value.isNumber()) {
      require(!schema.has("minimum") || value.asLong() >= schema.path("minimum").asLong(), at, "it is too small");
      require(!schema.has("maximum") || value.asLong() <= schema.path("maximum").asLong(), at, "it is too large");
    } else if (value.isArray()) {
      array(schema, value, at);
    } else if (value.isObject()) {
      object(schema, value, at, spokenOf);
    }
    return spokenOf;
  }

  private void plain(JsonNode schema, JsonNode value, String at) {
    require(!schema.has("type") || hasType(schema.path("type").asText(), value), at, "it is no " + schema.path("type"));
    require(!schema.has("const") || schema.path("const").equals(value), at, "it is not " + schema.path("const"));
    require(
        !schema.has("enum") || schema.path("enum").valueStream().anyMatch(value::equals), at,
        value + " is none of " + schema.path("enum"));
  }

  private static boolean hasType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      default -> throw new IllegalArgumentException("no check of type " + type);
    };
  }

  private void text(JsonNode schema, String text, String at) {
    // In files of replies a star stands for what differs each time.
    if (text.equals("*")) {
      return;
    }
    int length = text.codePointCount(0, text.length());
    require(length >= schema.path("minLength").asInt(0), at, "it is too short");
    require(length <= schema.path("maxLength").asInt(Integer.MAX_VALUE), at, "it is too long");
    require(
        !schema.has("pattern") || Pattern.compile(schema.path("pattern").asText()).matcher(text).find(), at,
        text + " does not match " + schema.path("pattern"));
    require(!schema.has("format") || hasFormat(schema.path("format").asText(), text), at, "it is no time: " + text);
  }

  private static boolean hasFormat(String format, String text) {
    try {
      return switch (format) {
        case "date-time" -> Instant.parse(text) != null;
        case "date" -> LocalDate.parse(text) != null;
        default -> throw new IllegalArgumentException("no check of format " + format);
      };
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private void array(JsonNode schema, JsonNode value, String at) {
    require(value.size() >= schema.path("minItems").asInt(0), at, "there are too few");
    require(value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE), at, "there are too many");
    for (int i = 0; i < value.size(); i++) {
      visit(schema.path("items"), value.get(i), at + "/" + i);
    }
  }

  private void object(JsonNode schema, JsonNode value, String at, Set<String> spokenOf) {
    OpenApi.texts(schema.path("required")).forEach(name -> require(value.has(name), at, name + " is missing"));
    schema.path("properties").properties().stream().filter(field -> value.has(field.getKey())).forEach(field -> {
      spokenOf.add(field.getKey());
      visit(field.getValue(), value.path(field.getKey()), at + "/" + field.getKey());
    });
    var others = new HashSet<String>();
    value.fieldNames().forEachRemaining(others::add);
    schema.path("properties").fieldNames().forEachRemaining(others::remove);
    if (schema.path("additionalProperties").isObject()) {
      others.forEach(name -> visit(schema.path("additionalProperties"), value.path(name), at + "/" + name));
      spokenOf.addAll(others);
    }
    require(schema.path("additionalProperties").asBoolean(true) || others.isEmpty(), at, "unexpected: " + others);
    others.removeAll(spokenOf);
    require(schema.path("unevaluatedProperties").asBoolean(true) || others.isEmpty(), at, "unexpected: " + others);
  }

  private Set<String> one(JsonNode choices, JsonNode value, String at) {
    Set<String> spokenOf = new HashSet<>();
    var why = new ArrayList<String>();
    int fitting = 0;
    for (var choice : choices) {
      var check = new SchemaCheck(api);
      var names = check.visit(choice, value, at);
      why.addAll(check.faults);
      if (check.faults.isEmpty()) {
        fitting++;
        spokenOf.addAll(names);
      }
    }
    require(fitting == 1, at, fitting + " of the choices fit: " + why);
    return spokenOf;
  }

  private void require(boolean good, String at, String fault) {
    if (!good) {
      faults.add((at.isEmpty() ? "/" : at) + ": " + fault);
    }
  }
}
