package baton.suite.budget;

import static baton.suite.budget.Acme.ANA;
import static baton.suite.budget.Acme.BO;
import static baton.suite.budget.Acme.MIA;
import static baton.suite.budget.Acme.WORKSPACE;
import static baton.suite.budget.ChannelApi.Mood.BUSY;
import static baton.suite.budget.ChannelApi.Mood.STOPPED;
import static baton.suite.budget.ChannelApi.Mood.TAKES;

import baton.testing.LambdaEvents;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// What happens by itself.
final class BackgroundOperations {
  private static final String READS =
      "the plan forgot what is read: the kept decision, the head, the subscribers and each agent, all consistent";
  private static final String TO_BO = "{\"agent\":\"%s\"}".formatted(BO);

  static final List<Operation> ALL = List.of(
      Operation.of("publish an event", Budget.calls(1, 1).writes(1, 0, 0, 1)).given(Scene::writes).when(Scene::publishes),
      notice("notice to subscribers: one waits (two events)", Budget.calls(6, 6).writes(2, 0, 0, 0).reads(7).because(READS),
          Scene::writes),
      notice("notice to subscribers: a message", Budget.calls(5, 5).writes(2, 0, 0, 0).reads(5).because(READS),
          scene -> scene.writes().settles().writes()),
      notice("notice to subscribers: taken", Budget.calls(5, 5).writes(2, 0, 0, 0).reads(6).because(READS),
          scene -> scene.writes().settles().claims(ANA)),
      notice("notice to an agent: assigned", Budget.calls(3, 3).writes(2, 0, 0, 0).reads(3).because(READS),
          scene -> scene.writes().settles().assigns(MIA, TO_BO)),
      notice("notice to two agents: reassigned", Budget.calls(4, 4).writes(3, 0, 0, 0).reads(5)
              .because(READS + ", and who moved it, for their name"),
          scene -> scene.writes().claims(ANA).settles().send(
              scene.conversation("reassign", TO_BO).as(WORKSPACE.value(), MIA.value()))),
      notice("notice to an agent: a message", Budget.calls(4, 4).writes(2, 0, 0, 0).reads(3).because(READS),
          scene -> scene.writes().claims(ANA).settles().writes()),
      Operation.of("notice that was told before", Budget.calls(2, 2).writes(1, 0, 0, 0).reads(3).because(READS))
          .given(scene -> scene.writes().settles().assigns(MIA, TO_BO).publishes().tellsTwice())
          .when(Scene::tells),
      Operation.of("send a reply", Budget.calls(4, 4).writes(3, 0, 0, 0).reads(1)
              .because("one write more: it is taken in hand first, so that it is never sent twice; the read is of a channel "
                  + "that the instance does not remember"))
          .given(scene -> scene.writes().claims(ANA).settles().replies(ANA).publishes())
          .when(scene -> scene.delivers(LambdaEvents.QUEUE_ARN)),
      Operation.of("send a reply, the channel is busy", Budget.calls(3, 3).writes(2, 0, 0, 0).reads(1).because("not in the plan"))
          .given(scene -> scene.writes().claims(ANA).settles().replies(ANA).publishes().channelSays(BUSY))
          .when(scene -> scene.delivers(LambdaEvents.QUEUE_ARN).channelSays(TAKES)),
      Operation.of("send a reply, the channel is stopped", Budget.calls(4, 4).writes(3, 0, 0, 0).reads(1)
              .because("not in the plan; that it is stopped is kept at the channel"))
          .given(scene -> scene.writes().claims(ANA).settles().replies(ANA).publishes().channelSays(STOPPED))
          .when(scene -> scene.delivers(LambdaEvents.QUEUE_ARN).channelSays(TAKES)),
      Operation.of("a reply is given up", Budget.calls(2, 2).writes(2, 0, 0, 0)
              .because("not in the plan; it is taken in hand too, which tells whether a try ended without an answer"))
          .given(scene -> scene.writes().claims(ANA).settles().replies(ANA).publishes())
          .when(scene -> scene.delivers(LambdaEvents.GIVEN_UP_ARN)));

  /// Measured first: whatever else has happened falls due some day.
  static final List<Operation> SWEEPS = List.of(
      Operation.of("sweep, nothing due", Budget.calls(8, 1).reads(4)).together(8).when(Scene::sweeps),
      Operation.of("sweep, one idle conversation closed", Budget.calls(8 + 2, 3).writes(6, 2, 1, 2).reads(4 + 2).later(2))
          .together(8)
          .given(scene -> scene.writes().claims(ANA).replies(ANA).settles().later(Duration.ofDays(7)))
          .when(Scene::sweeps),
      Operation.of("sweep, one conversation not idle after all", Budget.calls(8 + 2, 3).writes(1, 0, 0, 2).reads(4 + 2))
          .together(8)
          .given(scene -> scene.writes().claims(ANA).later(Duration.ofDays(6)).writes().settles().later(Duration.ofDays(1)))
          .when(Scene::sweeps),
      Operation.of("sweep, one event never published", Budget.calls(8 + 2, 3).writes(1, 0, 0, 1).reads(4 + 1))
          .together(8)
          .given(scene -> scene.writes().loses().later(Duration.ofMinutes(5)))
          .when(Scene::sweeps),
      Operation.of("sweep, one reply never handed over", Budget.calls(8 + 2, 3).writes(1, 0, 0, 1).reads(4 + 1).later(3)
              .because("not in the plan"))
          .together(8)
          .given(scene -> scene.writes().claims(ANA).settles().replies(ANA).loses().later(Duration.ofMinutes(5)))
          .when(Scene::sweeps));

  private BackgroundOperations() {}

  private static Operation notice(String name, Budget budget, Consumer<Scene> given) {
    return Operation.of(name, budget).given(given.andThen(Scene::publishes)).when(Scene::tells);
  }
}
