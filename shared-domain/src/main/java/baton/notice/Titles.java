package baton.notice;

import baton.agent.Agent;
import baton.conversation.Conversation;
import baton.event.Event;
import baton.id.AgentId;
import baton.notice.Recipients.Situation;
import java.util.Optional;

/// The one short line of a notice: a name and what became of them, never what they wrote.
final class Titles {
  private Titles() {}

  static String of(Notice.Kind kind, Situation scene) {
    String name = Recipients.contactName(scene);
    return switch (kind) {
      case ASSIGNED -> name + " is yours now";
      case MOVED -> name + moved(scene);
      case TAKEN -> name + " was taken" + person(" by ", scene.event().to(), scene);
      case WAITING -> name + " waits for an answer";
      case MESSAGE -> name + " wrote";
      case CLOSED -> name + " was closed";
      case REOPENED -> name + " was begun again";
      case PINNED -> name + " is pinned to you";
      case UNPINNED -> name + " is no longer pinned to you";
    };
  }

  private static String moved(Situation scene) {
    Event event = scene.event();
    if (event.reason().equals("contact_blocked")) {
      return " was blocked";
    }
    // Where it is by now, which may be further on than this event took it.
    return scene.conversation()
        .map(now -> switch (now) {
          case Conversation.Assigned(var _, var holder, var _) -> " moved on" + person(" to ", holder.value(), scene);
          case Conversation.Unassigned _ -> " went back to the queue";
          case Conversation.Closed _ -> " moved on and was closed";
          case Conversation.Blocked _ -> " was blocked";
        })
        .orElse(" moved on");
  }

  private static String person(String word, String agent, Situation scene) {
    return Optional.of(agent)
        .filter(id -> !id.isEmpty())
        .map(AgentId::new)
        .map(scene.people()::get)
        .map(Agent::displayName)
        .map(name -> word + name)
        .orElse("");
  }
}
