package baton.local.template;

import static java.util.function.Predicate.not;

import baton.local.template.EventSource.Queue;
import baton.local.template.EventSource.Route;
import baton.local.template.EventSource.Schedule;
import baton.local.template.EventSource.Stream;
import baton.local.template.EventSource.Topic;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;

/// Reads one entry of a function's `Events`.
final class EventSourceReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EventSourceReader() {}

  static EventSource read(String function, Section event) {
    var type = event.required("Type").asText();
    var properties = event.section("Properties");
    event.nothingElse();
    return properties.whole(section -> switch (type) {
      case "HttpApi" -> route(function, section);
      case "DynamoDB" -> stream(function, section);
      case "SNS" -> topic(function, section);
      case "SQS" -> queue(function, section);
      case "ScheduleV2" -> schedule(function, section);
      default -> throw new TemplateException(event.where() + ": events of type " + type
          + " are not supported by the local run");
    });
  }

  private static Route route(String function, Section event) {
    event.ignore("ApiId", "RouteSettings").require("PayloadFormatVersion", "2.0");
    var authorizer = event.section("Auth").whole(auth -> auth.ignore("InvokeRole").text("Authorizer"));
    return new Route(function, event.required("Method").asText().toUpperCase(), event.required("Path").asText(),
        authorizer,
        Duration.ofMillis(event.number("TimeoutInMillis", 30_000)));
  }

  private static Stream stream(String function, Section event) {
    event.require("Enabled", "true");
    event.require("MaximumBatchingWindowInSeconds", "0");
    event.ignore("ParallelizationFactor", "MetricsConfig"); // each item's order is kept by one at a time, too
    return new Stream(function,
        event.required("Stream").asText(),
        event.required("StartingPosition").asText().equals("TRIM_HORIZON"),
        event.number("BatchSize", 100),
        filters(event),
        event.flag("BisectBatchOnFunctionError"),
        event.number("MaximumRetryAttempts", -1),
        event.seconds("MaximumRecordAgeInSeconds").filter(not(Duration::isNegative)),
        event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
        event.section("DestinationConfig").whole(Destinations::onFailure));
  }

  private static Topic topic(String function, Section event) {
    return new Topic(function,
        event.required("Topic").asText(),
        event.value("FilterPolicy"),
        event.text("FilterPolicyScope").orElse("MessageAttributes").equals("MessageBody"),
        Destinations.deadLetters(event.section("RedrivePolicy")));
  }

  private static Queue queue(String function, Section event) {
    event.require("Enabled", "true");
    return new Queue(function,
        event.required("Queue").asText(),
        event.ignore("MetricsConfig").number("BatchSize", 10),
        filters(event),
        event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
        event.section("ScalingConfig").whole(scaling -> scaling.value("MaximumConcurrency").map(JsonNode::asInt)));
  }

  /// The scheduler's own retries are for a Lambda that does not take the event; here it is always taken.
  private static Schedule schedule(String function, Section event) {
    event.require("ScheduleExpressionTimezone", "UTC");
    event.ignore("Name", "Description", "GroupName", "OmitName", "FlexibleTimeWindow", "RoleArn",
        "PermissionsBoundary", "RetryPolicy", "DeadLetterConfig");
    return new Schedule(function,
        event.required("ScheduleExpression").asText(),
        event.text("Input").orElse("{}"),
        event.text("State").orElse("ENABLED").equals("ENABLED"));
  }

  private static List<JsonNode> filters(Section event) {
    return event.section("FilterCriteria").whole(criteria -> criteria.value("Filters").stream()
        .flatMap(JsonNode::valueStream).map(filter -> pattern(event, filter.path("Pattern").asText())).toList());
  }

  private static JsonNode pattern(Section event, String pattern) {
    try {
      return JSON.readTree(pattern);
    } catch (JsonProcessingException e) {
      throw new TemplateException(event.where() + ": the filter pattern is not JSON: " + pattern + ": "
          + e.getOriginalMessage());
    }
  }
}
