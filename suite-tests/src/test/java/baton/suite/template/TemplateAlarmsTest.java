package baton.suite.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The alarms of ops/template.yaml watch what is really there, and somebody hears them.
class TemplateAlarmsTest {

  private static final Template SUITE = Template.read();
  private static final Template OPS = Template.read(Template.root().resolve("ops").resolve("template.yaml"));
  private static final Collection<Node> ALARMS = OPS.resources("AWS::CloudWatch::Alarm").values().stream()
      .map(alarm -> alarm.get("Properties")).toList();

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
        .isEqualTo(imports(List.of("QueueName", "FunctionName", "TopicName", "ApiId", "TableName")));
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
        .map(dimension -> dimension.get("Value", "Fn::ImportValue", "Fn::Sub").text().replace("${Baton}-", ""))
        .collect(Collectors.toSet());
  }
}
