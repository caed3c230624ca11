package baton.notice;

import baton.access.Visibility;
import baton.agent.Agent;
import baton.conversation.Conversation;
import baton.id.AgentId;
import baton.notice.Recipients.Situation;
import java.util.Optional;

/// The one short line of a notice: a name and what became of them, never what they wrote.
final class Titles {
  private Titles() {}

  static String of(Notice.Kind kind, Situation scene) {
    String name = contactName(scene);
    return switch (kind) {
      case ASSIGNED -> name + " is yours now";
      case MOVED -> name + moved(scene);
      case TAKEN -> name + " was taken" + by(scene.conversation().flatMap(Conversation::responsible), scene);
      case WAITING -> name + " waits for an answer";
      case MESSAGE -> name + " wrote";
      case CLOSED -> name + " was closed";
      case REOPENED -> name + " was begun again";
      case PINNED -> name + " is pinned to you";
      case UNPINNED -> name + " is no longer pinned to you";
    };
  }

  // The contact of a contact's event is not loaded: its name travels with the event.
  private static String contactName(Situation scene) {
    return scene.conversation()
        .map(now -> now.core().contactName())
        .orElseGet(() -> scene.event().data().getOrDefault("name", "A contact"));
  }

  // Where it is by now, which may be further on than this event took it; to who sees it there, and to nobody else.
  private static String moved(Situation scene) {
    var before = Recipients.named(scene.event().from(), scene);
    return scene.conversation()
        .filter(now -> before.filter(agent -> Visibility.sees(agent, now)).isPresent())
        .map(now -> switch (now) {
          case Conversation.Assigned(var _, var holder, var _) when holder.value().equals(scene.event().to()) ->
              " moved" + named(" to ", holder, scene)
                  + by(scene.event().actor().asAgent().filter(actor -> !actor.equals(holder)), scene);
          case Conversation.Assigned(var _, var holder, var _) -> " moved on" + named(" to ", holder, scene);
          case Conversation.Unassigned _ -> " went back to the queue";
          case Conversation.Closed _ -> " moved on and was closed";
          case Conversation.Blocked _ -> " was blocked";
        })
        .orElse(" is no longer yours");
  }

  private static String by(Optional<AgentId> agent, Situation scene) {
    return agent.map(id -> named(" by ", id, scene)).orElse("");
  }

  private static String named(String word, AgentId agent, Situation scene) {
    return Optional.ofNullable(scene.people().get(agent)).map(Agent::displayName).map(name -> word + name).orElse("");
  }
}
