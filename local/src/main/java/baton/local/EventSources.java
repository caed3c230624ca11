package baton.local;

import baton.local.function.Invoker;
import baton.local.sns.LocalSns;
import baton.local.source.AsyncInvocations;
import baton.local.source.Gate;
import baton.local.source.QueueMapping;
import baton.local.source.ScheduleRunner;
import baton.local.source.StreamMapping;
import baton.local.source.TableEndpoint;
import baton.local.sqs.LocalSqs;
import baton.local.template.EventSource;
import baton.local.template.EventSource.Queue;
import baton.local.template.EventSource.Route;
import baton.local.template.EventSource.Schedule;
import baton.local.template.EventSource.Stream;
import baton.local.template.EventSource.Topic;
import baton.local.template.Template;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Starts what the template's functions listen to.
record EventSources(Template template, String region, TableEndpoint tables, LocalSqs sqs, LocalSns sns,
    Invoker functions,
    AsyncInvocations async, Map<String, Gate> gates, Optional<Path> dataDir, InstantSource clock, Duration pause) {

  void start(Parts parts) {
    template.subscriptions().forEach(subscription -> sns.subscribe(subscription.topicArn(), subscription.protocol(),
        subscription.endpoint(), attributes(subscription.filterPolicy(), subscription.filtersBody(), subscription.raw(),
            subscription.deadLetterArn())));
    template.eventSources().forEach(source -> start(source, parts));
  }

  private void start(EventSource source, Parts parts) {
    switch (source) {
      case Route _ -> { } // the gateway's
      case Topic topic -> sns.subscribe(topic.topicArn(), "lambda", template.function(topic.function()).arn(),
          attributes(topic.filterPolicy(), topic.filtersBody(), false, topic.deadLetterArn()));
      case Queue queue ->
          parts.add(QueueMapping.start(queue, region, sqs.byArn(queue.queueArn()), functions, gate(queue)));
      case Stream stream -> parts.add(stream(stream));
      case Schedule schedule when schedule.enabled() -> parts.add(ScheduleRunner.start(schedule, clock,
          () -> async.accept(template.function(schedule.function()), input(schedule))));
      case Schedule _ -> { } // switched off in the template
    }
  }

  private StreamMapping stream(Stream stream) {
    var positions = dataDir.map(dir -> dir.resolve("position-" + stream.function() + ".json"));
    var function = template.function(stream.function());
    return StreamMapping.start(stream, new StreamMapping.Surroundings(function.arn(), tables, region, functions,
        failure -> setAside(stream, failure), gate(stream), positions, clock, pause));
  }

  private void setAside(Stream stream, String failure) {
    stream.onFailureArn().ifPresent(arn -> sqs.byArn(arn).send(failure, JsonNodeFactory.instance.objectNode()));
  }

  static JsonNode input(Schedule schedule) {
    try {
      return new ObjectMapper().readTree(schedule.input());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The input of the schedule of " + schedule.function() + " is not JSON", e);
    }
  }

  private static Map<String, String> attributes(Optional<JsonNode> filter, boolean filtersBody, boolean raw,
      Optional<String> deadLetters) {
    var attributes = new TreeMap<String, String>();
    filter.ifPresent(policy -> attributes.put("FilterPolicy", policy.toString()));
    attributes.put("FilterPolicyScope", filtersBody ? "MessageBody" : "MessageAttributes");
    attributes.put("RawMessageDelivery", String.valueOf(raw));
    deadLetters.ifPresent(arn -> attributes.put("RedrivePolicy",
        JsonNodeFactory.instance.objectNode().put("deadLetterTargetArn", arn).toString()));
    return attributes;
  }

  private Gate gate(EventSource source) {
    return gates.get(source.function());
  }
}
