package baton.suite.budget;

import static baton.suite.budget.Acme.ANA;
import static baton.suite.budget.Acme.BO;
import static baton.suite.budget.Acme.MIA;
import static baton.suite.budget.Acme.SAM;
import static baton.suite.budget.Acme.WORKSPACE;

import baton.id.AgentId;
import baton.testing.HttpCall;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// What agents look at. Names of agents and teams are remembered for a while; these instances know them.
final class LookOperations {
  private static final String DOOR = "the plan forgot who looks: the agent and the workspace are read with every request, "
      + "so that what was taken from an agent is gone at once (1 call, 2 read units)";
  private static final String NOT_PLANNED = "not in the plan";

  static final List<Operation> ALL = List.of(
      looking("folder Mine, a page of 50", Budget.calls(2, 2).reads(2 + 4).because(DOOR + "; a row has 500 bytes"),
          page("mine", "50").as(WORKSPACE.value(), ANA.value())),
      looking("folder Unassigned of two queues, a page of 10", Budget.calls(3, 2).reads(2 + 2).because(DOOR),
          page("unassigned", "10").as(WORKSPACE.value(), ANA.value())).together(1, 2),
      looking("folder Closed, a page of 10", Budget.calls(2, 2).reads(2 + 2).because(DOOR),
          page("closed", "10").as(WORKSPACE.value(), ANA.value())),
      looking("folder All, a page of 10", Budget.calls(3, 3).reads(2 + 1 + 11)
              .because(DOOR + "; behind each row of All stands a read of its conversation"),
          page("all", "10").as(WORKSPACE.value(), MIA.value())),
      looking("folder Blocked, a page of 10", Budget.calls(2, 2).reads(2 + 2).because(DOOR),
          page("blocked", "10").as(WORKSPACE.value(), MIA.value())),
      Operation.of("one conversation, the newest 50", Budget.calls(3, 1).reads(3 + 7 + 1)
              .because("the plan forgot who looks (3), and counted 290 bytes for a message of 500; consistent"))
          .together(3)
          .given(told(LookOperations::opening).andThen(scene -> scene.hasSaid(60)))
          .when(scene -> scene.send(opening(scene))),
      Operation.of("one conversation, the newest 10", Budget.calls(3, 1).reads(3 + 2 + 1)
              .because("the plan forgot who looks (3); consistent"))
          .together(3)
          .given(told(LookOperations::opening).andThen(scene -> scene.hasSaid(10)))
          .when(scene -> scene.send(opening(scene).query("limit", "10"))),
      Operation.of("counters of an agent, two queues of 99 and more", Budget.calls(4, 2).reads(2 + 7 + 7 + 1)
              .because(DOOR + "; the plan counted 280 bytes for a row of 500 (3.5 a queue)"))
          .together(1, 3)
          .given(scene -> scene.writes().claims(BO).settles())
          .when(scene -> scene.send(get("/counters", BO)))
          .bounded(),
      Operation.of("counters of an agent who holds hundreds", Budget.calls(4, 2).reads(2 + 7 + 7 + 2)
              .because(NOT_PLANNED + "; Mine is looked through for an unread one: 20, then 140 at a time up to 1,000"))
          .together(1, 3)
          .given(scene -> scene.writes().claims(ANA).settles())
          .when(scene -> scene.send(get("/counters", ANA)))
          .bounded(),
      Operation.of("assignable agents of a conversation", Budget.calls(5, 3).reads(12).because(NOT_PLANNED))
          .together(2)
          .given(told(scene -> get("/conversations/{id}/assignable", ANA).path("id", scene.id())))
          .when(scene -> scene.send(get("/conversations/{id}/assignable", ANA).path("id", scene.id()))),
      Operation.of("a contact's card", Budget.calls(2, 2).reads(6).because(NOT_PLANNED))
          .given(told(scene -> get("/contacts/{id}", ANA).path("id", scene.contactId())))
          .when(scene -> scene.send(get("/contacts/{id}", ANA).path("id", scene.contactId()))),
      Operation.of("audit log, a page of 10", Budget.calls(3, 3).reads(14).because(NOT_PLANNED))
          .given(told(_ -> get("/audit", SAM).query("limit", "10")))
          .when(scene -> scene.send(get("/audit", SAM).query("limit", "10"))),
      Operation.of("my notices, a page of 10", Budget.calls(6, 4).reads(17)
              .because(NOT_PLANNED + "; a list whose newest were for others is read on, and the conversations that the page "
                  + "names are read again, so that only who still sees them reads of them"))
          .together(2, 2)
          .given(scene -> scene.writes().settles())
          .when(scene -> scene.send(get("/notices", ANA).query("limit", "10"))),
      Operation.of("whose request it is", Budget.calls(1, 1).reads(1).because(NOT_PLANNED + "; remembered for a minute"))
          .when(scene -> scene.asksWho(ANA, Map.of("baton_ws", WORKSPACE.value()))),
      Operation.of("whose request it is, in whichever workspace", Budget.calls(1, 1).reads(1).because(NOT_PLANNED))
          .when(scene -> scene.asksWho(ANA, Map.of())),
      looking("who I am", Budget.calls(1, 1).reads(2).because(NOT_PLANNED), get("/me", ANA)));

  private LookOperations() {}

  private static Operation looking(String name, Budget budget, HttpCall call) {
    return Operation.of(name, budget).given(scene -> scene.send(call)).when(scene -> scene.send(call));
  }

  private static Consumer<Scene> told(Function<Scene, HttpCall> call) {
    return scene -> {
      scene.writes().claims(ANA).settles();
      scene.send(call.apply(scene));
    };
  }

  private static HttpCall opening(Scene scene) {
    return get("/conversations/{id}", ANA).path("id", scene.id());
  }

  private static HttpCall page(String folder, String limit) {
    return HttpCall.to("GET /conversations").query("folder", folder).query("limit", limit);
  }

  private static HttpCall get(String path, AgentId agent) {
    return HttpCall.to("GET " + path).as(WORKSPACE.value(), agent.value());
  }
}
