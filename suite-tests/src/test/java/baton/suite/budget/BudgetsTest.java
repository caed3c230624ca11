package baton.suite.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// That every write has a condition, and that nobody scans, is held by the meter itself.
class BudgetsTest {

  @Test
  void no_operation_costs_more_than_its_budget() {
    var exceeded = Measurement.reference().costs().entrySet().stream()
        .filter(entry -> !faults(entry).isEmpty())
        .collect(Collectors.toMap(entry -> entry.getKey().name(), BudgetsTest::faults));
    assertThat(exceeded).isEmpty();
  }

  private static List<String> faults(Map.Entry<Operation, Cost> measured) {
    return measured.getKey().budget().exceededBy(measured.getValue());
  }

  @Test
  void every_operation_has_a_name_of_its_own() {
    assertThat(Measurement.reference().costs().keySet()).extracting(Operation::name).doesNotHaveDuplicates();
  }

  @Test
  void the_document_says_what_was_measured() throws IOException {
    String measured = new Report(Measurement.reference()).text();
    if (System.getProperty("baton.budgets", "").equals("write")) {
      Files.writeString(Report.file(), measured);
    }
    assertThat(Files.readString(Report.file()))
        .as("docs/budgets.md is not what was measured (-Dbaton.budgets=write writes it anew); it lacks %s",
            Report.differences(Files.readString(Report.file()), measured))
        .isEqualTo(measured);
  }
}
