package baton.suite.budget;

import baton.suite.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// docs/budgets.md: what was measured, the budget beside it, and the bill.
record Report(Measurement measurement) {
  private static final String HEAD = """
      # What everything costs

      Written by a test run (`BudgetsTest`), never by hand: `mvn verify` fails when a figure here is not what it measures, or
      when one exceeds its budget; `-Dbaton.budgets=write` writes it anew. Every operation goes through the real handlers
      upon a table of 5,000 conversations, and costs the same in one of 100 and of 5,000 on DynamoDB Local and of 100,000 in
      memory. Units are those of DynamoDB's rules (docs/data-model.md), worked out from the items before and after each
      call: no emulator's figures are right.

      *calls*: to the table. *depth*: the longest chain of calls that each begin after another has ended. *writes*: units
      in all (the table + by-folder / by-time / by-due). *reads*: units. *later*: write units of publishing its events and
      of sending its reply. *telling*: write and read units of telling agents, two of whom have signed up for the channel.
      Behind ≤ stands the budget. A text has 200 bytes, a customer's name 25 characters, an id 26.
      """;

  static Path file() {
    return Template.root().resolve("docs").resolve("budgets.md");
  }

  String text() {
    return HEAD
        + Operations.GROUPS.stream().map(this::group).collect(Collectors.joining())
        + reasons()
        + bill();
  }

  private String group(Operations.Group group) {
    return """

        ## %s

        | operation | calls | depth | writes | reads | later | telling |
        |---|---|---|---|---|---|---|
        %s
        """.formatted(group.title(), group.operations().stream().map(this::row).collect(Collectors.joining("\n")));
  }

  private String row(Operation operation) {
    var cost = measurement.of(operation.name());
    var budget = operation.budget();
    return "| %s | %d ≤ %d | %d ≤ %d | %s ≤ %s | %s ≤ %s | %s | %s |".formatted(
        operation.name(), cost.calls(), budget.calls(), cost.depth(), budget.depth(),
        writes(cost.units().base(), cost.byFolder(), cost.byTime(), cost.byDue()),
        writes(budget.base(), budget.byFolder(), budget.byTime(), budget.byDue()),
        number(cost.units().reads()), number(budget.reads()),
        budget.later() == 0 ? "" : "+%d ≤ %d".formatted(cost.later().writes(), budget.later()),
        cost.said().told() == 0 ? "" : "+%d, %s".formatted(cost.telling().writes(), number(cost.telling().reads())));
  }

  private static String writes(int base, int folder, int time, int due) {
    int sum = base + folder + time + due;
    return sum == 0 ? "0" : "%d (%d+%d/%d/%d)".formatted(sum, base, folder, time, due);
  }

  private String reasons() {
    return Operations.GROUPS.stream()
        .flatMap(group -> group.operations().stream())
        .filter(operation -> operation.budget().reason().filter(reason -> !reason.equals("not in the plan")).isPresent())
        .map(operation -> "- **%s**: %s.".formatted(operation.name(), operation.budget().reason().orElseThrow()))
        .collect(Collectors.joining("\n", """

            ## Where a budget is not the plan's

            The plan's table was arithmetic; the meter has the last word.

            """, "\n"));
  }

  private String bill() {
    var dollars = new Dollars(measurement);
    return """

        ## Dollars per million messages

        us-east-1, on demand. An episode has 12 messages, 55 %% of them incoming; 30 %% are by new contacts; each has one first
        reply that assigns and one closing, every fifth one reassignment. For each message 0.3 pages of a folder, 0.4
        conversations opened, 0.3 looks at the counters, 0.3 read marks; 1.35 receipts a reply. Prices: writes $0.625 and
        reads $0.125 a million units, HTTP API $1.00, SNS $0.50, SQS FIFO $0.50 a million, Lambda 1 GB of arm64 for 12 ms.
        One stream record, event or reply an invocation, which is the most there can be: they come in batches.

        | operation | times | writes | reads | later | telling |
        |---|---|---|---|---|---|
        %s

        | what | amount | dollars |
        |---|---|---|
        %s
        | **all** | | **%s** |

        Not in it: storage ($0.25 a GB and month), logs and traces, point-in-time recovery, the authorizer (once a minute and
        agent), what is sent to customers, and the free tiers.
        """.formatted(
            Dollars.MIX.stream().map(this::share).collect(Collectors.joining("\n")),
            dollars.bill().stream().map(Report::line).collect(Collectors.joining("\n")),
            dollars(dollars.total()));
  }

  private String share(Dollars.Share share) {
    var cost = measurement.of(share.operation());
    return "| %s | %s | %d | %s | %d | %d, %s |".formatted(
        share.operation(), amount(share.times()), cost.units().writes(), number(cost.units().reads()),
        cost.later().writes(), cost.telling().writes(), number(cost.telling().reads()));
  }

  private static String line(Dollars.Line line) {
    return "| %s | %s | %s |".formatted(line.what(), amount(line.amount()), dollars(line.dollars()));
  }

  private static String amount(double amount) {
    return String.format(Locale.ROOT, "%,d", Math.round(amount));
  }

  private static String dollars(double dollars) {
    return String.format(Locale.ROOT, "%.2f", dollars);
  }

  private static String number(double number) {
    return number == Math.rint(number) ? Long.toString(Math.round(number)) : Double.toString(number);
  }

  /// The lines in which another text differs.
  static List<String> differences(String expected, String actual) {
    var known = List.of(expected.split("\n"));
    return actual.lines().filter(line -> !known.contains(line)).toList();
  }
}
