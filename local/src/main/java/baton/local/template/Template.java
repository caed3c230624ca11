package baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What template.yaml says, as far as it has a meaning on one machine. What it says beyond that is either on a short
/// list of things that only matter in AWS, or an error.
public record Template(List<FunctionSpec> functions, Optional<ApiSpec> api, List<EventSource> eventSources,
    List<TableSpec> tables, List<TopicSpec> topics, List<TopicSpec.Subscription> subscriptions,
    List<QueueSpec> queues) {

  private static final Set<String> ONLY_IN_AWS = Set.of("AWS::Lambda::Permission", "AWS::SQS::QueuePolicy",
      "AWS::SNS::TopicPolicy", "AWS::IAM::Role", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::Logs::LogGroup",
      "AWS::Logs::MetricFilter", "AWS::CloudWatch::Alarm", "AWS::CloudWatch::Dashboard", "AWS::KMS::Key",
      "AWS::KMS::Alias", "AWS::SSM::Parameter");

  /// Reads a template; `overrides` stand in for parameters as `--parameter-overrides` would.
  public static Template read(Path file, Map<String, String> overrides, LocalAccount account) {
    return new Reading(file, overrides, account).template();
  }

  /// The topic with a logical id.
  public TopicSpec topic(String id) {
    return topics.stream().filter(topic -> topic.id().equals(id)).findFirst()
        .orElseThrow(() -> new TemplateException("the template has no topic " + id));
  }

  /// The function with a logical id.
  public FunctionSpec function(String id) {
    return functions.stream().filter(function -> function.name().equals(id)).findFirst()
        .orElseThrow(() -> new TemplateException("the template has no function " + id + ", only "
            + String.join(", ", functions.stream().map(FunctionSpec::name).toList())));
  }

  private static final class Reading {

    private final Path root;
    private final JsonNode yaml;
    private final Intrinsics intrinsics;
    private final LocalNames names;
    private final List<FunctionSpec> functions = new ArrayList<>();
    private final List<EventSource> eventSources = new ArrayList<>();
    private final List<ApiSpec> apis = new ArrayList<>();
    private final List<TableSpec> tables = new ArrayList<>();
    private final List<TopicSpec> topics = new ArrayList<>();
    private final List<TopicSpec.Subscription> subscriptions = new ArrayList<>();
    private final List<QueueSpec> queues = new ArrayList<>();

    Reading(Path file, Map<String, String> overrides, LocalAccount account) {
      this.root = file.toAbsolutePath().getParent();
      this.yaml = TemplateYaml.read(file);
      this.intrinsics = new Intrinsics(parameters(yaml, overrides), yaml, account);
      this.names = intrinsics.names();
    }

    Template template() {
      new Section("template", yaml, intrinsics)
          .ignore("AWSTemplateFormatVersion", "Transform", "Description", "Metadata",
          "Parameters", "Conditions", "Globals", "Resources", "Outputs", "Rules").nothingElse();
      yaml.path("Resources").properties().forEach(entry -> resource(entry.getKey(), entry.getValue()));
      if (apis.size() > 1) {
        throw new TemplateException("the local run serves one HTTP API");
      }
      if (apis.isEmpty() && eventSources.stream().anyMatch(EventSource.Route.class::isInstance)) {
        apis.add(section("ServerlessHttpApi", globals("HttpApi")).whole(api -> ApiSpec.read("ServerlessHttpApi", api)));
      }
      return new Template(List.copyOf(functions), apis.stream().findFirst(), List.copyOf(eventSources),
          List.copyOf(tables),
          List.copyOf(topics), List.copyOf(subscriptions), List.copyOf(queues));
    }

    private void resource(String id, JsonNode resource) {
      if (resource.has("Condition") && !intrinsics.holds(resource.get("Condition").asText())) {
        return;
      }
      var type = resource.path("Type").asText();
      var properties = section(id, resource.path("Properties"));
      switch (type) {
        case "AWS::Serverless::Function" -> function(id, resource);
        case "AWS::Serverless::HttpApi" -> apis.add(section(id, merged(globals("HttpApi"), resource.path("Properties")))
            .whole(api -> ApiSpec.read(id, api)));
        case "AWS::DynamoDB::Table" -> tables.add(properties.whole(t -> TableSpec.read(id, t, names.physicalName(id))));
        case "AWS::SNS::Topic" -> topics.add(properties.whole(topic ->
            TopicSpec.read(id, topic, names.physicalName(id), names.attribute(id, "TopicArn"))));
        case "AWS::SNS::Subscription" -> subscriptions.add(properties.whole(TopicSpec.Subscription::read));
        case "AWS::SQS::Queue" -> queues.add(properties.whole(queue ->
            QueueSpec.read(id, queue, names.physicalName(id), names.attribute(id, "Arn"))));
        default -> {
          if (!ONLY_IN_AWS.contains(type)) {
            throw new TemplateException(id + ": the local run does not know " + type);
          }
        }
      }
    }

    private void function(String id, JsonNode resource) {
      var properties = section(id, merged(globals("Function"), resource.path("Properties")));
      functions.add(properties.whole(function -> FunctionSpec.read(id, function, root, names.attribute(id, "Arn"))));
      properties.sections("Events").values().forEach(event -> eventSources.add(EventSourceReader.read(id, event)));
    }

    private Section section(String id, JsonNode properties) {
      return new Section(id, properties, intrinsics);
    }

    private JsonNode globals(String kind) {
      return yaml.path("Globals").path(kind);
    }

    /// SAM's own rule: maps are merged, lists are joined, anything else is replaced by what stands with the resource.
    private static JsonNode merged(JsonNode globals, JsonNode own) {
      if (globals.isObject() && own.isObject() && !isCall(own)) {
        var merged = (ObjectNode) globals.deepCopy();
        own.properties().forEach(field ->
            merged.set(field.getKey(), merged(globals.path(field.getKey()), field.getValue())));
        return merged;
      }
      if (globals.isArray() && own.isArray()) {
        return ((ArrayNode) globals.deepCopy()).addAll((ArrayNode) own);
      }
      return own.isMissingNode() ? globals : own;
    }

    private static boolean isCall(JsonNode node) {
      return node.size() == 1 && (node.has("Ref") || node.fieldNames().next().startsWith("Fn::"));
    }

    private static Map<String, String> parameters(JsonNode yaml, Map<String, String> overrides) {
      var declared = yaml.path("Parameters");
      var values = new HashMap<String, String>();
      declared.properties().forEach(parameter -> {
        var value = parameter.getValue().path("Default");
        if (!value.isMissingNode()) {
          values.put(parameter.getKey(), value.asText());
        }
      });
      overrides.forEach((name, value) -> {
        if (!declared.has(name)) {
          throw new TemplateException("the template has no parameter " + name);
        }
        values.put(name, value);
      });
      declared.fieldNames().forEachRemaining(name -> {
        if (!values.containsKey(name)) {
          throw new TemplateException("the parameter " + name + " has no value");
        }
      });
      return values;
    }
  }
}
