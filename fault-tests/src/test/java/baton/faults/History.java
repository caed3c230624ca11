package baton.faults;

import baton.channel.Peer;
import baton.conversation.Outcome;
import baton.http.Problem;
import baton.testing.AgentFixture;
import baton.testing.Desk;
import baton.testing.Fixtures;
import baton.testing.InMemoryInbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What several clients did and were told, and when: whether some order of it, one after the other and none before what
/// had ended when it began, makes the rules say the same.
record History(AgentFixture[] people, List<Customer> customers, List<Told> told) {

  /// A move and its answer.
  ///
  /// @param begun a count of all beginnings and ends
  record Told(Move move, int begun, int ended, String answer) {}

  /// Whether each conversation's part has a legal order. They share nothing that an answer shows.
  boolean isLegal() {
    return customers.stream().allMatch(customer -> isLegal(
        List.of(), told.stream().filter(one -> one.move().customer().equals(customer)).toList()));
  }

  private boolean isLegal(List<Move> before, List<Told> left) {
    if (left.isEmpty()) {
      return true;
    }
    for (var one : left) {
      if (left.stream().noneMatch(other -> other.ended() < one.begun())) {
        var moves = new ArrayList<>(before);
        moves.add(one.move());
        var rest = new ArrayList<>(left);
        rest.remove(one);
        if (one.answer().equals(lastAnswer(moves)) && isLegal(moves, rest)) {
          return true;
        }
      }
    }
    return false;
  }

  // The rules themselves, in memory, one after the other.
  private String lastAnswer(List<Move> moves) {
    var desk = new Desk(new InMemoryInbox()).with(people);
    for (var customer : customers) {
      var peer = new Peer(customer.number(), Optional.of("+" + customer.number()), Optional.of(customer.name()));
      desk.gets(Fixtures.message("hello").from(peer));
    }
    String answer = "";
    for (var move : moves) {
      answer = answer(desk.when(move.agent(), move.command()));
    }
    return answer;
  }

  /// What the rules say, in short.
  private static String answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> "%s %s %d".formatted(
          done.conversation().status().word(), done.conversation().holder().map(Object::toString).orElse(""),
          done.conversation().version());
      case Outcome.Refused(var rejection) -> {
        var problem = Problem.of(rejection, "");
        yield problem.status() + " " + Wire.json(problem.body()).path("type").asText() + " "
            + Wire.json(problem.body()).path("holder").asText();
      }
      case Outcome.Repeated _, Outcome.ContactDone _ -> throw new IllegalStateException("not asked for: " + outcome);
    };
  }

  /// What a function answered, in the same short words.
  static String answer(Reply reply) {
    return reply.isDone()
        ? "%s %s %s".formatted(reply.text("status"), reply.text("assignee"), reply.text("version"))
        : reply.status() + " " + reply.text("type") + " " + reply.text("holder");
  }
}
