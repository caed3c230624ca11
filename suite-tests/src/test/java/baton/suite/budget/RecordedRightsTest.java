package baton.suite.budget;

import static org.assertj.core.api.Assertions.assertThat;

import baton.suite.template.Statement;
import baton.suite.template.Template;
import baton.table.meter.Call;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the functions were seen to do, held against what template.yaml allows them.
class RecordedRightsTest {
  private static final List<Statement> STATEMENTS = Statement.of(Template.read());

  private record Recorded(String function, Statement.Call call) {}

  @Test
  void every_call_that_was_made_is_allowed() {
    var refused = new TreeSet<String>();
    recorded().filter(one -> !Statement.allowed(STATEMENTS, one.function(), one.call()))
        .forEach(one -> refused.add(one.function() + " " + one.call()));
    assertThat(refused).isEmpty();
  }

  @Test
  void grants_that_no_call_needed_are_told() {
    var calls = recorded().toList();
    var unused = new TreeSet<String>();
    for (var statement : STATEMENTS) {
      statement.actions().stream()
          .filter(Predicate.not(action -> calls.stream().anyMatch(one -> one.function().equals(statement.function())
              && one.call().action().equals(action) && statement.allows(one.call()))))
          .forEach(action -> unused.add("%s %s %s".formatted(statement.function(), statement.sid(), action)));
    }
    unused.forEach(grant -> System.out.println("never needed: " + grant));
    assertThat(unused).as("a recorder that saw nothing would find all of them unused").hasSizeLessThan(STATEMENTS.size());
  }

  private static Stream<Recorded> recorded() {
    return Stream.concat(
        Measurement.reference().calls().stream().flatMap(call -> call.accesses().stream()
            .map(access -> new Recorded(call.function(), asked(access)))),
        Measurement.reference().asked().stream().map(asked -> new Recorded(asked.function(), new Statement.Call(
            asked.action(), asked.resource(), List.of(), false, Set.of(), "NONE"))));
  }

  private static Statement.Call asked(Call.Access access) {
    return new Statement.Call(
        "dynamodb:" + access.action(), access.index().isEmpty() ? "Table" : access.index(), access.keys(),
        access.inTransaction(), access.attributes(), access.returned());
  }
}
