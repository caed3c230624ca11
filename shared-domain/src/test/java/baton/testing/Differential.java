package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.Operation.Arrives;
import baton.testing.Operation.ContactWish;
import baton.testing.Operation.Declares;
import baton.testing.Operation.Passes;
import baton.testing.Operation.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Does the same random operations to two inboxes and compares every answer, and every so often all that they hold.
/// `-Dbaton.operations=` and `-Dbaton.seed=` choose how many and which; the seed is printed.
public final class Differential {
  private static final int STANDARD = 2_000;
  private static final int LOOK_EVERY = 50;

  private final InboxUnderTest one;
  private final InboxUnderTest other;
  private final Desk first;
  private final Desk second;
  private final long seed;
  private final Map<String, Integer> answers = new TreeMap<>();
  private final List<String> last = new ArrayList<>();

  /// Of two new, empty inboxes.
  public Differential(InboxUnderTest one, InboxUnderTest other) {
    this(one, other, Long.getLong("baton.seed", System.nanoTime()));
  }

  Differential(InboxUnderTest one, InboxUnderTest other, long seed) {
    this.one = one;
    this.other = other;
    this.seed = seed;
    first = new Desk(one).with(RandomOperations.PEOPLE.toArray(AgentFixture[]::new));
    second = new Desk(other).with(RandomOperations.PEOPLE.toArray(AgentFixture[]::new));
  }

  /// The standard number of operations, or what the property says.
  ///
  /// @return how often each kind of answer was given
  public Map<String, Integer> run() {
    return run(Integer.getInteger("baton.operations", STANDARD));
  }

  Map<String, Integer> run(int operations) {
    System.out.printf("differential: -Dbaton.seed=%d -Dbaton.operations=%d%n", seed, operations);
    var random = new RandomOperations(seed);
    for (int i = 1; i <= operations; i++) {
      var operation = random.next(first.now(), first::conversation);
      step(i, operation);
      if (i % LOOK_EVERY == 0 || i == operations) {
        look(i);
      }
    }
    return answers;
  }

  private void step(int number, Operation operation) {
    last.add(number + " " + operation);
    if (last.size() > 12) {
      last.removeFirst();
    }
    var answer = apply(operation, first, one);
    var same = apply(operation, second, other);
    assertThat(same).as(() -> story("answers to")).isEqualTo(answer);
    answers.merge(kind(operation, answer), 1, Integer::sum);
  }

  private void look(int number) {
    var all = first.everything();
    Invariants.check(all);
    var rest = second.everything();
    assertThat(rest.conversations()).as(() -> story("conversations after")).isEqualTo(all.conversations());
    assertThat(rest.contacts()).as(() -> story("contacts after")).isEqualTo(all.contacts());
    assertThat(rest.agents()).as(() -> story("agents after")).isEqualTo(all.agents());
    assertThat(rest.logs()).as(() -> story("logs after")).isEqualTo(all.logs());
    assertThat(rest.timelines()).as(() -> story("timelines after")).isEqualTo(all.timelines());
  }

  private static Object apply(Operation operation, Desk desk, InboxUnderTest inbox) {
    return switch (operation) {
      case Wish(var command, var caller) -> desk.when(command, caller);
      case ContactWish(var command, var caller) -> desk.when(command, caller);
      case Arrives(var message) -> {
        desk.takesIn(message);
        yield "taken in";
      }
      case Declares(var agent, var availability) -> {
        inbox.put(desk.agent(agent).with(availability));
        yield "declared";
      }
      case Passes(var duration) -> {
        desk.later(duration);
        yield "passed";
      }
    };
  }

  private String story(String what) {
    return what + " (-Dbaton.seed=" + seed + "):\n" + String.join("\n", last);
  }

  private static String kind(Operation operation, Object answer) {
    String wish = switch (operation) {
      case Wish(var command, var _) -> command.getClass().getSimpleName();
      case ContactWish(var command, var _) -> command.getClass().getSimpleName();
      case Arrives _, Declares _, Passes _ -> operation.getClass().getSimpleName();
    };
    return wish + " → " + switch (answer) {
      case baton.conversation.Outcome.Refused(var rejection) -> rejection.getClass().getSimpleName();
      case baton.conversation.Outcome.Done(var _, var changed, var _, var _) -> changed ? "done" : "unchanged";
      case baton.conversation.Outcome.ContactDone(var _, var changed) -> changed ? "done" : "unchanged";
      case baton.conversation.Outcome.Repeated _ -> "repeated";
      default -> answer.toString();
    };
  }
}
