package baton.suite.budget;

import static org.assertj.core.api.Assertions.assertThat;

import baton.suite.template.LambdaFunction;
import baton.suite.template.Statement;
import baton.suite.template.Template;
import baton.table.meter.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the functions were seen to do, held against what template.yaml allows them.
class RecordedRightsTest {
  private static final List<Statement> STATEMENTS = Statement.of(Template.read());

  /// What a function needs where no operation of the budgets leads, and where it does so.
  private static final Map<String, String> WAIVED = Stream.of(
          "CloseConversation", "EditContact", "ManageChannels", "PinContact", "ReassignConversation",
          "ReplyToConversation")
      .collect(Collectors.toMap(
          function -> function + "Function RecordsInATransaction WS#*#ONCE#*",
          _ -> "what was answered to an idempotency key is written on one path for all; a claim stands for them"));

  private record Recorded(String function, Statement.Call call) {}

  @Test
  void every_call_that_was_made_is_allowed() {
    var refused = new TreeSet<String>();
    recorded().filter(one -> !Statement.allowed(STATEMENTS, one.function(), one.call()))
        .forEach(one -> refused.add(one.function() + " " + one.call()));
    assertThat(refused).isEmpty();
  }

  @Test
  void every_grant_is_needed_by_a_call_that_was_made_or_by_one_that_is_named_here() {
    var calls = recorded().toList();
    var unused = new TreeSet<String>();
    for (var statement : STATEMENTS) {
      statement.actions().stream()
          .filter(Predicate.not(action -> calls.stream().anyMatch(one -> one.function().equals(statement.function())
              && one.call().action().equals(action) && statement.allows(one.call()))))
          .forEach(action -> unused.add("%s %s %s".formatted(statement.function(), statement.sid(), action)));
      // A pattern that no call needed opens a family for nothing.
      statement.keys().stream()
          .filter(Predicate.not(pattern -> calls.stream().anyMatch(one -> one.function().equals(statement.function())
              && statement.allows(one.call())
              && one.call().keys().stream().anyMatch(key -> Statement.like(pattern, key)))))
          .forEach(pattern -> unused.add("%s %s %s".formatted(statement.function(), statement.sid(), pattern)));
    }
    assertThat(unused).containsExactlyInAnyOrderElementsOf(WAIVED.keySet());
  }

  @Test
  void every_route_was_taken_when_rights_were_recorded() {
    assertThat(Measurement.reference().routes()).containsExactlyInAnyOrderElementsOf(
        Template.read().functions().stream().flatMap(function -> function.events("HttpApi").stream())
            .map(LambdaFunction.Event::route).toList());
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
