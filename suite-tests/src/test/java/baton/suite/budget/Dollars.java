package baton.suite.budget;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// What a million messages cost (us-east-1), by the mix and the prices of data-model.md.
record Dollars(Measurement measurement) {
  // The mix: 12 messages an episode, 55 % of them incoming, 30 % of the episodes by new contacts.
  private static final double MESSAGES = 1_000_000;
  private static final double EPISODES = MESSAGES / 12;
  private static final double INCOMING = MESSAGES * 0.55;
  private static final double REPLIES = MESSAGES - INCOMING;

  private static final double MILLION = 1_000_000;
  private static final double WRITE = 0.625 / MILLION;
  private static final double READ = 0.125 / MILLION;
  private static final double REQUEST = 1.00 / MILLION;
  private static final double PUBLISH = 0.50 / MILLION;
  private static final double QUEUE = 0.50 / MILLION;
  // A gigabyte of arm64 for 12 ms, and the invocation itself.
  private static final double INVOCATION = 0.0000133334 * 0.012 + 0.20 / MILLION;

  /// How often an operation happens in a million messages; each is a request that somebody waits for.
  record Share(String operation, double times) {}

  static final List<Share> MIX = List.of(
      new Share("new contact → queue", EPISODES * 0.3),
      new Share("reopened → queue", EPISODES * 0.7),
      // Of the rest one half finds its conversation moved within the same minute.
      new Share("incoming, mine, same minute", (INCOMING - EPISODES) / 2),
      new Share("incoming, mine, new minute", (INCOMING - EPISODES) / 2),
      new Share("reply that assigns", EPISODES),
      new Share("reply, mine, same minute", (REPLIES - EPISODES) / 2),
      new Share("reply, mine, new minute", (REPLIES - EPISODES) / 2),
      new Share("delivery receipt", REPLIES * 1.35),
      new Share("reassign to another agent", EPISODES * 0.2),
      new Share("close, assigned", EPISODES),
      new Share("folder Mine, a page of 50", MESSAGES * 0.3),
      new Share("one conversation, the newest 50", MESSAGES * 0.4),
      new Share("counters of an agent, two queues of 99 and more", MESSAGES * 0.3),
      new Share("mark read", MESSAGES * 0.3));

  /// A line of the bill.
  record Line(String what, double amount, double dollars) {}

  List<Line> bill() {
    double http = MIX.stream().mapToDouble(Share::times).sum();
    double events = sum(cost -> cost.said().events());
    double told = sum(cost -> cost.said().told());
    double replies = sum(cost -> cost.said().replies());
    double notices = sum(cost -> cost.said().notices());
    return List.of(
        line("HTTP API, requests", http, REQUEST),
        line("Lambda behind it, invocations", http, INVOCATION),
        line("writes while somebody waits, units", sum(cost -> cost.units().writes()), WRITE),
        line("writes of publishing and sending, units", sum(cost -> cost.later().writes()), WRITE),
        line("writes of telling agents, units", sum(cost -> cost.telling().writes()), WRITE),
        line("reads while somebody waits, units", sum(cost -> cost.units().reads()), READ),
        line("reads of publishing and sending, units", sum(cost -> cost.later().reads()), READ),
        line("reads of telling agents, units", sum(cost -> cost.telling().reads()), READ),
        line("SNS, events and notices published", events + notices, PUBLISH),
        line("SQS FIFO, requests (three a reply)", replies * 3, QUEUE),
        line("Lambda behind stream, topic and queue, invocations", events + told + replies, INVOCATION));
  }

  double total() {
    return bill().stream().mapToDouble(Line::dollars).sum();
  }

  private static Line line(String what, double amount, double price) {
    return new Line(what, amount, amount * price);
  }

  private double sum(ToDoubleFunction<Cost> of) {
    return MIX.stream().mapToDouble(share -> share.times() * of.applyAsDouble(measurement.of(share.operation()))).sum();
  }
}
