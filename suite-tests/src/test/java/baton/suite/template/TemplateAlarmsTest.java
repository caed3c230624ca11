package baton.suite.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The alarms of ops/template.yaml watch what is really there, and somebody hears them.
class TemplateAlarmsTest {

  private static final Template SUITE = Template.read();
  private static final Template OPS = Template.read(Template.root().resolve("ops").resolve("template.yaml"));
  private static final Collection<Node> ALARMS = OPS.resources("AWS::CloudWatch::Alarm").values().stream()
      .map(alarm -> alarm.get("Properties")).toList();
  private static final Collection<Node> FILTERS = OPS.resources("AWS::Logs::MetricFilter").values().stream()
      .map(filter -> filter.get("Properties")).toList();

  @Test
  void every_alarm_rings_says_why_and_knows_what_silence_means() {
    assertThat(ALARMS).hasSizeGreaterThan(8).allSatisfy(alarm -> {
      assertThat(alarm.get("AlarmActions", "0").target()).isEqualTo("Alarms");
      assertThat(alarm.get("AlarmDescription").text()).hasSizeGreaterThan(15);
      assertThat(alarm.get("TreatMissingData").text()).isIn("notBreaching", "breaching");
      assertThat(alarm.get("Threshold").number()).isPositive();
      assertThat(alarm.get("Dimensions").items()).isNotEmpty();
    });
  }

  @Test
  void every_queue_of_dead_letters_is_watched() {
    Set<String> watched = imports(List.of("QueueName"));
    Set<String> deadLetters = SUITE.resources("AWS::SQS::Queue").keySet().stream()
        .filter(queue -> !queue.equals("OutboundMessages")).map(queue -> queue + "Name").collect(Collectors.toSet());
    assertThat(deadLetters).isNotEmpty();
    assertThat(watched).isEqualTo(deadLetters);
  }

  @Test
  void whatever_an_alarm_watches_is_exported_and_nothing_is_exported_for_nothing() {
    Set<String> exported = SUITE.get("Outputs").entries().entrySet().stream()
        .filter(output -> output.getValue().get("Export").exists())
        .map(output -> output.getKey()).collect(Collectors.toSet());
    assertThat(exported).isNotEmpty()
        .isEqualTo(Stream.concat(
            imports(List.of("QueueName", "FunctionName", "TopicName", "ApiId", "TableName", "Function")).stream(),
            FILTERS.stream().map(filter -> imported(filter.get("LogGroupName")))).collect(Collectors.toSet()));
  }

  @Test
  void a_metric_of_ours_is_what_a_function_counts_in_its_log_and_rings() {
    assertThat(FILTERS).hasSize(2).allSatisfy(filter -> {
      Node metric = filter.get("MetricTransformations", "0");
      String name = metric.get("MetricName").text();
      assertThat(filter.get("FilterPattern").text()).isEqualTo("{ $.metric = \"" + name + "\" }");
      assertThat(metric.get("MetricValue").text()).isEqualTo("$.value");
      assertThat(metric.get("Dimensions", "0", "Value").text()).isEqualTo("$.function");
      assertThat(ALARMS).anySatisfy(alarm -> {
        assertThat(alarm.get("Namespace")).isEqualTo(metric.get("MetricNamespace"));
        assertThat(alarm.get("MetricName").text()).isEqualTo(name);
        assertThat(alarm.get("Dimensions", "0", "Name")).isEqualTo(metric.get("Dimensions", "0", "Key"));
        assertThat(imported(alarm.get("Dimensions", "0", "Value")).replace("Name", "LogsName"))
            .isEqualTo(imported(filter.get("LogGroupName")));
      });
      assertThat(functions()).as("somebody counts " + name).contains("log.count(\"" + name + "\"");
    });
  }

  @Test
  void silence_of_the_sweep_is_an_alarm() {
    assertThat(ALARMS).anySatisfy(alarm -> {
      assertThat(alarm.get("TreatMissingData").text()).isEqualTo("breaching");
      assertThat(alarm.get("Dimensions", "0", "Value", "Fn::ImportValue", "Fn::Sub").text())
          .isEqualTo("${Baton}-SweepConversationsName");
    });
  }

  private static Set<String> imports(List<String> dimensions) {
    return ALARMS.stream().flatMap(alarm -> alarm.get("Dimensions").items().stream())
        .filter(dimension -> dimensions.contains(dimension.get("Name").text()))
        .map(dimension -> imported(dimension.get("Value")))
        .collect(Collectors.toSet());
  }

  private static String functions() {
    try (var files = Files.walk(Template.root().resolve("functions"))) {
      var all = new StringBuilder();
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String imported(Node value) {
    return value.get("Fn::ImportValue", "Fn::Sub").text().replace("${Baton}-", "");
  }
}
