package baton.suite.budget;

import static baton.suite.budget.Acme.ANA;
import static baton.suite.budget.Acme.BO;
import static baton.suite.budget.Acme.MIA;
import static baton.suite.budget.Acme.SALES;
import static baton.suite.budget.Acme.WORKSPACE;

import baton.id.AgentId;
import baton.testing.HttpCall;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// What agents do with conversations and contacts.
final class MoveOperations {
  private static final Consumer<Scene> WAITING = scene -> scene.writes().settles().later(Duration.ofSeconds(61));
  private static final Consumer<Scene> HELD =
      scene -> scene.writes().claims(ANA).settles().later(Duration.ofSeconds(61));
  private static final Consumer<Scene> HANDLED =
      scene -> scene.writes().claims(ANA).closes(ANA).settles().later(Duration.ofSeconds(61));
  private static final String TO_BO = "{\"agent\":\"%s\"}".formatted(BO);
  private static final String TO_SALES = "{\"team\":\"%s\"}".formatted(SALES);

  private static final String TAKEN_IN_HAND =
      "one unit more: a reply is taken in hand before it is sent, so that it is never sent twice";
  private static final String MARKS =
      "the plan forgot who marks: somebody suspended must not, so the agent is read first";
  private static final String NOT_PLANNED = "not in the plan";

  static final List<Operation> CONVERSATIONS = List.of(
      Operation.of("claim", move().writes(6, 2, 1, 1).later(2)).given(WAITING).when(scene -> scene.claims(ANA)),
      Operation.of("claim, with an idempotency key", move().writes(8, 2, 1, 1).later(2))
          .given(WAITING).when(scene -> scene.send(keyed(scene, ANA))),
      Operation.of("claim, the same request again", Budget.calls(1, 1).reads(5))
          .given(WAITING.andThen(scene -> scene.send(keyed(scene, ANA)).settles()))
          .when(scene -> scene.send(keyed(scene, ANA))),
      Operation.of("claim, held by another", Budget.calls(1, 1).reads(5))
          .given(HELD).when(scene -> scene.refused(by(scene.conversation("claim", "{}"), BO), "409 already-assigned")),
      Operation.of("assign to an agent", move().writes(6, 2, 1, 1).later(2))
          .given(WAITING).when(scene -> scene.assigns(MIA, TO_BO)),
      Operation.of("assign to a team", move().writes(4, 2, 1, 1).later(2))
          .given(WAITING).when(scene -> scene.assigns(MIA, TO_SALES)),
      Operation.of("reassign to another agent", move().writes(8, 2, 1, 1).later(2))
          .given(HELD).when(scene -> scene.send(by(scene.conversation("reassign", TO_BO), ANA))),
      Operation.of("reassign to another team", move().writes(8, 2, 2, 2).later(4))
          .given(HELD).when(scene -> scene.send(by(scene.conversation("reassign", TO_SALES), ANA))),
      Operation.of("unassign", move().writes(6, 2, 1, 1).later(2))
          .given(HELD).when(scene -> scene.send(by(scene.conversation("unassign", "{}"), ANA))),
      Operation.of("close, assigned", move().writes(6, 2, 1, 2).later(2)).given(HELD).when(scene -> scene.closes(ANA)),
      Operation.of("close, unassigned", move().writes(4, 2, 1, 2).later(2)).given(WAITING).when(scene -> scene.closes(MIA)),
      Operation.of("reopen, back to who closed it", move().writes(8, 2, 4, 3).later(4).because(NOT_PLANNED))
          .given(HANDLED).when(scene -> scene.send(by(scene.conversation("reopen", "{}"), ANA))),
      Operation.of("reply, mine, same minute", move().writes(4, 1, 0, 1).later(5).because(TAKEN_IN_HAND))
          .given(scene -> scene.writes().claims(ANA).settles().later(Duration.ofSeconds(5)))
          .when(scene -> scene.replies(ANA)),
      Operation.of("reply, mine, new minute", move().writes(4, 2, 0, 1).later(5).because(TAKEN_IN_HAND))
          .given(HELD).when(scene -> scene.replies(ANA)),
      Operation.of("reply that assigns", move().writes(8, 2, 1, 2).later(7).because(TAKEN_IN_HAND))
          .given(WAITING).when(scene -> scene.replies(ANA)),
      Operation.of("mark read", Budget.calls(2, 2).reads(2).writes(1, 1, 0, 0).because(MARKS))
          .given(HELD).when(scene -> scene.send(by(scene.conversation("read", "{}"), ANA))),
      Operation.of("mark read, if nothing has changed", Budget.calls(2, 2).reads(2).writes(1, 1, 0, 0).because(NOT_PLANNED))
          .given(HELD)
          .when(scene -> scene.send(by(scene.conversation("read", "{}").header("if-match", "\"2\""), ANA))),
      Operation.of("look at what another holds", Budget.calls(2, 2).writes(1, 0, 0, 0).reads(2).because(NOT_PLANNED))
          .given(HELD).when(scene -> scene.send(by(scene.conversation("read", "{}"), MIA))));

  static final List<Operation> CONTACTS = List.of(
      Operation.of("pin", contactMove().writes(6, 0, 1, 1).reads(5).later(2)).given(HELD).when(scene -> scene.pins(ANA)),
      Operation.of("unpin", contactMove().writes(6, 0, 1, 1).reads(5).later(2))
          .given(HELD.andThen(scene -> scene.pins(ANA).settles()))
          .when(scene -> scene.send(by(scene.contact("DELETE", "pin"), ANA))),
      Operation.of("block a contact with one conversation, assigned",
              contactMove().writes(10, 2, 2, 3).reads(6).later(4))
          .given(HELD).when(scene -> scene.blocks(ANA)),
      Operation.of("unblock", contactMove().writes(8, 2, 2, 3).reads(6).later(4).because(NOT_PLANNED))
          .given(HELD.andThen(scene -> scene.blocks(ANA).settles()))
          .when(scene -> scene.send(by(scene.contact("DELETE", "block"), MIA))),
      Operation.of("new conversation of a pinned contact", Budget.calls(6, 4).writes(12, 1, 3, 3).reads(5).later(4))
          .together(2)
          .given(HELD.andThen(scene -> scene.pins(ANA).settles().warm()))
          .when(Scene::writesToTheOther));

  private MoveOperations() {}

  private static Budget move() {
    return Budget.calls(2, 2).reads(5);
  }

  private static Budget contactMove() {
    return Budget.calls(3, 3);
  }

  private static HttpCall by(HttpCall call, AgentId agent) {
    return call.as(WORKSPACE.value(), agent.value());
  }

  private static HttpCall keyed(Scene scene, AgentId agent) {
    return by(scene.conversation("claim", "{}"), agent).header("idempotency-key", "twenty-characters-of-" + scene.id());
  }
}
