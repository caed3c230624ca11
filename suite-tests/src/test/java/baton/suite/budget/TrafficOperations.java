package baton.suite.budget;

import static baton.suite.budget.Acme.ANA;
import static baton.suite.budget.Acme.MIA;

import java.time.Duration;
import java.util.List;

/// What customers and providers do.
final class TrafficOperations {
  private static final Duration A_MINUTE = Duration.ofSeconds(61);

  static final List<Operation> ALL = List.of(
      Operation.of("incoming, unassigned", Budget.calls(2, 1).writes(2, 1, 0, 0))
          .together(2)
          .given(scene -> scene.writes().settles().later(Duration.ofSeconds(5)))
          .when(Scene::writes),
      Operation.of("incoming, mine, same minute", Budget.calls(2, 1).writes(2, 1, 0, 0))
          .together(2)
          .given(scene -> scene.writes().claims(ANA).settles().later(Duration.ofSeconds(5)))
          .when(Scene::writes),
      Operation.of("incoming, mine, new minute", Budget.calls(2, 1).writes(2, 2, 0, 0))
          .together(2)
          .given(scene -> scene.writes().claims(ANA).settles().later(A_MINUTE).warm())
          .when(Scene::writes),
      Operation.of("incoming, channel not remembered", Budget.calls(3, 2).writes(2, 1, 0, 0).reads(1))
          .together(1, 2)
          .given(scene -> scene.writes().settles().later(A_MINUTE))
          .when(Scene::writes),
      Operation.of("incoming, duplicate", Budget.calls(2, 1).writes(2, 0, 0, 0))
          .together(2)
          .given(scene -> scene.writes().writes().settles())
          .when(scene -> scene.writesAgain(Acme.NINE)),
      Operation.of("incoming, blocked", Budget.calls(2, 1).writes(2, 0, 0, 0))
          .together(2)
          .given(scene -> scene.writes().claims(ANA).blocks(ANA).settles().later(Duration.ofSeconds(5)))
          .when(Scene::writes),
      Operation.of("incoming, late", Budget.calls(3, 2).writes(3, 1, 0, 0)
              .because("the plan forgot the failed condition (1): the message (1), the head that has passed it (1), and "
                  + "the head with its entry (1 + 1)"))
          .together(2)
          .given(scene -> scene.writes().later(A_MINUTE).writes().settles())
          .when(scene -> scene.writesAt(Acme.NINE.plusSeconds(30))),
      Operation.of("incoming, without a clock to trust", Budget.calls(3, 2).writes(3, 1, 0, 0))
          .together(1, 2)
          .given(scene -> scene.writes().settles().later(Duration.ofSeconds(5)))
          .when(Scene::writesSometime),
      Operation.of("incoming, understood only in part", Budget.calls(3, 2).writes(3, 1, 0, 0)
              .because("not in the plan; what came is quarantined before the message is kept, one unit for each KB"))
          .together(1, 2)
          .given(scene -> scene.writes().settles().later(Duration.ofSeconds(5)))
          .when(Scene::sendsAHologram),
      Operation.of("incoming, the channel's new name for them", Budget.calls(5, 4).writes(4, 2, 0, 0).reads(2)
              .because("not in the plan; once for each new name"))
          .together(2)
          .given(scene -> scene.writes().settles().later(Duration.ofSeconds(5)))
          .when(scene -> scene.callsThemselves("Another name of theirs")),
      Operation.of("new contact → queue", Budget.calls(5, 3).writes(8, 1, 2, 2).reads(5).later(2))
          .together(2)
          .given(Scene::warm)
          .when(Scene::writes),
      Operation.of("reopened → queue", Budget.calls(6, 4).writes(6, 2, 3, 2).reads(5).later(2))
          .together(2)
          .given(scene -> scene.writes().closes(MIA).settles().later(A_MINUTE).warm())
          .when(Scene::writes),
      Operation.of("reopened → pinned agent", Budget.calls(6, 4).writes(10, 2, 4, 3).reads(5).later(4))
          .together(2)
          .given(scene -> scene.writes().claims(ANA).pins(ANA).closes(ANA).settles().later(A_MINUTE).warm())
          .when(Scene::writes),
      Operation.of("delivery receipt", Budget.calls(2, 2).writes(3, 0, 0, 0))
          .given(scene -> scene.writes().claims(ANA).replies(ANA).settles().later(A_MINUTE).warm())
          .when(scene -> scene.receipt("delivered")),
      Operation.of("delivery receipt, repeated", Budget.calls(2, 2).writes(3, 0, 0, 0))
          .given(scene -> scene.writes().claims(ANA).replies(ANA).settles().receipt("read"))
          .when(scene -> scene.receipt("delivered")),
      Operation.of("delivery receipt, before we know the message", Budget.calls(2, 2).writes(3, 0, 0, 0))
          .given(Scene::warm)
          .when(scene -> scene.receipt("wamid.unknown-" + scene.id(), "delivered")),
      Operation.of("reaction, edit or removal of a message", Budget.calls(1, 1).writes(1, 0, 0, 0)
              .because("not in the plan"))
          .given(scene -> scene.writes().settles())
          .when(Scene::reacts),
      Operation.of("webhook's handshake", Budget.calls(0, 0))
          .given(Scene::warm)
          .when(scene -> scene.send(WhatsApp.OURS.handshake())),
      Operation.of("of another account, into quarantine", Budget.calls(1, 1).writes(1, 0, 0, 0)
              .because("not in the plan; only that it came"))
          .given(Scene::warm)
          .when(Scene::isOfAnotherAccount));

  private TrafficOperations() {}
}
