package baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Resolves the template's intrinsic functions against parameters, conditions and the local names of its resources.
final class Intrinsics {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, String> parameters;
  private final JsonNode template;
  private final LocalNames names;

  Intrinsics(Map<String, String> parameters, JsonNode template, LocalAccount account) {
    this.parameters = parameters;
    this.template = template;
    this.names = new LocalNames(template.path("Resources"), account, this);
  }

  LocalNames names() {
    return names;
  }

  /// The value with everything in it resolved; nothing at all for `!Ref AWS::NoValue`.
  Optional<JsonNode> resolve(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> value.size() == 1 ? resolveCall(value) : Optional.of(resolveFields(value));
      case ARRAY -> {
        var list = JSON.arrayNode();
        value.forEach(item -> resolve(item).ifPresent(list::add));
        yield Optional.of(list);
      }
      default -> Optional.of(value);
    };
  }

  /// The same as text.
  String text(JsonNode value) {
    return resolve(value).orElseThrow(() -> new TemplateException("no value: " + value)).asText();
  }

  /// Whether a condition of the template holds.
  boolean holds(String condition) {
    var declared = template.path("Conditions").path(condition);
    if (declared.isMissingNode()) {
      throw new TemplateException("no condition is called " + condition);
    }
    return test(declared);
  }

  private JsonNode resolveFields(JsonNode value) {
    var object = JSON.objectNode();
    value.properties().forEach(field -> resolve(field.getValue()).ifPresent(v -> object.set(field.getKey(), v)));
    return object;
  }

  private Optional<JsonNode> resolveCall(JsonNode value) {
    var call = value.properties().iterator().next();
    var argument = call.getValue();
    return switch (call.getKey()) {
      case "Ref" -> ref(argument.asText()).map(JSON::textNode);
      case "Fn::Sub" -> Optional.of(JSON.textNode(substitute(argument)));
      case "Fn::GetAtt" -> Optional.of(JSON.textNode(names.attribute(argument.get(0).asText(), text(argument.get(1)))));
      case "Fn::Join" -> Optional.of(JSON.textNode(join(argument)));
      case "Fn::Select" -> Optional.of(list(argument.get(1)).get(Integer.parseInt(text(argument.get(0)))));
      case "Fn::Split" -> Optional.of(split(text(argument.get(0)), text(argument.get(1))));
      case "Fn::If" -> resolve(argument.get(holds(argument.get(0).asText()) ? 1 : 2));
      case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" -> Optional.of(JSON.booleanNode(test(value)));
      case String name when name.startsWith("Fn::") ->
          throw new TemplateException("the local run does not know " + name);
      default -> Optional.of(resolveFields(value));
    };
  }

  private boolean test(JsonNode condition) {
    var call = condition.properties().iterator().next();
    var argument = call.getValue();
    return switch (call.getKey()) {
      case "Condition" -> holds(argument.asText());
      case "Fn::Equals" -> text(argument.get(0)).equals(text(argument.get(1)));
      case "Fn::Not" -> !test(argument.get(0));
      case "Fn::And" -> argument.valueStream().allMatch(this::test);
      case "Fn::Or" -> argument.valueStream().anyMatch(this::test);
      case String name -> throw new TemplateException("the local run does not know the condition function " + name);
    };
  }

  private Optional<String> ref(String name) {
    return name.equals("AWS::NoValue") ? Optional.empty() : Optional.of(reference(name));
  }

  private String reference(String name) {
    return parameters.containsKey(name) ? parameters.get(name) : names.reference(name);
  }

  private String substitute(JsonNode argument) {
    var given = argument.isArray() ? argument.get(1) : JSON.objectNode();
    UnaryOperator<String> value = name -> {
      if (given.has(name)) {
        return text(given.get(name));
      }
      var dot = name.indexOf('.');
      return dot < 0 ? reference(name) : names.attribute(name.substring(0, dot), name.substring(dot + 1));
    };
    return PLACEHOLDER.matcher(argument.isArray() ? argument.get(0).asText() : argument.asText())
        .replaceAll(found -> Matcher.quoteReplacement(
            found.group(1).isEmpty() ? value.apply(found.group(2)) : "${" + found.group(2) + "}"));
  }

  private String join(JsonNode argument) {
    return list(argument.get(1)).stream().map(JsonNode::asText).collect(Collectors.joining(argument.get(0).asText()));
  }

  private List<JsonNode> list(JsonNode value) {
    var items = new ArrayList<JsonNode>();
    resolve(value).ifPresent(list -> list.forEach(items::add));
    return items;
  }

  private static JsonNode split(String separator, String text) {
    var parts = JSON.arrayNode();
    for (var part : text.split(Pattern.quote(separator), -1)) {
      parts.add(part);
    }
    return parts;
  }
}
