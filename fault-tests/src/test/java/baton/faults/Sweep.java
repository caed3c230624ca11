package baton.faults;

import static org.assertj.core.api.Assertions.assertThat;

import baton.faults.Scenario.Kind;
import baton.table.Key;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A scenario with everything that can go wrong at each of its calls. A run in which all goes well says which calls there
/// are, what the caller is told and how the table stands afterwards, and that it stands well; whatever goes wrong, the
/// caller's repetition must lead to exactly that.
final class Sweep {
  private final Scenario scenario;
  private final Office office;
  private final Map<Key, Map<String, AttributeValue>> before;
  private final List<CallSite> calls;
  private final Reply reply;
  private final Map<Key, Map<String, AttributeValue>> after;
  // What the table holds, if a run left it known: to read it whole again is a good part of what a run costs.
  private Optional<Map<Key, Map<String, AttributeValue>>> standing = Optional.empty();

  private Sweep(Scenario scenario) {
    this.scenario = scenario;
    this.office = scenario.people().get();
    scenario.before().accept(office);
    this.before = office.items();
    this.reply = scenario.act().apply(office.instance());
    this.calls = office.http().calls();
    this.after = normal(office.items());
    assertThat(reply.isDone()).as("%s, when all goes well: %s", scenario.name(), reply).isTrue();
    assertThat(calls).as("the calls of %s", scenario.name()).isNotEmpty();
    WholeTable.check(office);
  }

  /// One thing goes wrong, at one call.
  static Stream<DynamicTest> once(Scenario scenario) {
    var sweep = new Sweep(scenario);
    return sweep.plans().map(sweep::test);
  }

  /// One thing goes wrong, at one call, and when it was done again this must hold: for what is promised for later only.
  static Stream<DynamicTest> once(Scenario scenario, Consumer<Office> then) {
    var sweep = new Sweep(scenario);
    return sweep.plans().map(plan -> DynamicTest.dynamicTest(scenario.name() + ": " + plan, () -> {
      sweep.restore();
      var first = scenario.act().apply(sweep.office.instance(plan));
      assertThat(first.isDone() || first.asksToRepeat()).as("%s", first).isTrue();
      Stories.done(scenario.act().apply(sweep.office.instance()));
      then.accept(sweep.office);
      WholeTable.check(sweep.office);
    }));
  }

  private Stream<FaultPlan> plans() {
    return calls.stream().sorted().flatMap(site -> Fault.at(site).stream().map(fault -> FaultPlan.of(site, fault)));
  }

  /// Two things go wrong, at the first call of an operation and at the next one, which may be its repetition.
  static Stream<DynamicTest> twice(Scenario scenario, String operation) {
    var sweep = new Sweep(scenario);
    var first = new CallSite(operation, 1);
    var second = new CallSite(operation, 2);
    assertThat(sweep.calls).contains(first);
    return Fault.kinds(first).stream().filter(kind -> !kind.isCrash()).flatMap(kind -> Fault.kinds(second).stream()
        .map(other -> FaultPlan.of(first, Fault.once(kind), second, Fault.once(other))))
        .map(sweep::test);
  }

  /// The process dies while two calls are under way.
  static Stream<DynamicTest> amid(Scenario scenario, CallSite one, CallSite other) {
    var sweep = new Sweep(scenario);
    assertThat(sweep.calls).contains(one, other);
    var crashes = List.of(Fault.once(Fault.Kind.CRASH_BEFORE), Fault.once(Fault.Kind.CRASH_AFTER_COMMIT));
    return crashes.stream()
        .flatMap(fault -> crashes.stream().map(further -> FaultPlan.of(one, fault, other, further)))
        .map(sweep::test);
  }

  private DynamicTest test(FaultPlan plan) {
    return DynamicTest.dynamicTest(scenario.name() + ": " + plan, () -> run(plan));
  }

  private void run(FaultPlan plan) {
    restore();
    var started = office.now();
    var first = scenario.act().apply(office.instance(plan));
    assertThat(office.http().struck()).as("something went wrong").isPositive();
    var between = normal(office.items());
    if (first.isDone()) {
      sameAs(reply, first);
      assertThat(between).isEqualTo(after);
    } else {
      assertThat(first.asksToRepeat()).as("a failure is said as one: %s", first).isTrue();
    }
    if (scenario.kind() != Kind.PROVIDER) {
      assertThat(between).as("all of it or nothing").isIn(normal(before), after);
    }
    if (between.equals(after)) {
      // Nothing is left to do: whenever it is repeated, nothing is done.
      office.later(Duration.ofMinutes(1));
    }
    var again = scenario.act().apply(office.instance());
    sameAs(reply, again);
    var left = office.items();
    assertThat(normal(left)).as("one effect").isEqualTo(after);
    standing = Optional.of(left);
    office.at(started);
  }

  private void restore() {
    office.inbox().restore(before, standing.orElseGet(office::items));
    standing = Optional.empty();
  }

  private void sameAs(Reply expected, Reply actual) {
    assertThat(actual.status()).as("%s", actual).isEqualTo(expected.status());
    assertThat(actual.header("etag")).isEqualTo(expected.header("etag"));
    assertThat(body(actual)).isEqualTo(body(expected));
  }

  // Who does not name the request learns at its repetition that it is so already, without the warnings of the first time.
  private JsonNode body(Reply one) {
    return scenario.kind() == Kind.KEYED || !one.body().isObject()
        ? one.body()
        : ((ObjectNode) one.body().deepCopy()).without("warnings");
  }

  /// The items without what two runs may tell differently: the name of a request that its client did not name.
  private static Map<Key, Map<String, AttributeValue>> normal(Map<Key, Map<String, AttributeValue>> items) {
    var normal = new TreeMap<Key, Map<String, AttributeValue>>(
        Comparator.comparing(Key::pk).thenComparing(Key::sk));
    items.forEach((key, item) -> {
      var copy = new HashMap<>(item);
      copy.remove("lastRequest");
      normal.put(key, copy);
    });
    return normal;
  }
}
