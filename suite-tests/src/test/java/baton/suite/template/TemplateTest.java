package baton.suite.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every must-have holds in template.yaml; and every way to lose one is noticed, so that no check is a mere formality.
class TemplateTest {

  private static final Template TEMPLATE = Template.read();

  static List<MustHave> mustHaves() {
    return Stream.of(ApiMustHaves.ALL, FunctionMustHaves.ALL, TableMustHaves.ALL, DeliveryMustHaves.ALL,
        QueueMustHaves.ALL, RightsMustHaves.ALL, OutputMustHaves.ALL).flatMap(List::stream).toList();
  }

  static Stream<Arguments> losses() {
    return mustHaves().stream().flatMap(mustHave -> mustHave.losses().stream()
        .map(loss -> Arguments.of(Named.of(mustHave.id(), mustHave), loss)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mustHaves")
  void the_template_has(MustHave mustHave) {
    assertThat(mustHave.faultsOf(TEMPLATE)).as(mustHave.sentence()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("losses")
  void a_loss_is_noticed(MustHave mustHave, MustHave.Loss loss) {
    Template changed = TEMPLATE.copy();
    loss.change().accept(changed);
    assertThat(changed).as("the loss changes something").isNotEqualTo(TEMPLATE);
    assertThat(mustHave.faultsOf(changed)).as(mustHave.sentence()).isNotEmpty();
  }

  @Test
  void every_must_have_can_be_lost_and_has_a_name_of_its_own() {
    assertThat(mustHaves()).allSatisfy(mustHave -> assertThat(mustHave.losses()).as(mustHave.id()).isNotEmpty());
    assertThat(mustHaves()).extracting(MustHave::id).doesNotHaveDuplicates().hasSizeGreaterThan(40);
  }
}
