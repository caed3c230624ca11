package baton.notice;

import baton.access.Placed;
import baton.access.Visibility;
import baton.agent.Agent;
import baton.conversation.Conversation;
import baton.conversation.Reason;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.message.MessageKey;
import baton.notice.Notice.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is told of what: from committed events and the state as it is now, so that no code path can forget a notice, and
/// nobody is told of work that has moved on, of their own doing, or of what they may not see.
public final class Recipients {
  private Recipients() {}

  /// What the rules look at.
  ///
  /// @param conversation as it is now; none for a contact's event
  /// @param subscribers of its channel
  /// @param people the agents whom the event or the conversation names
  public record Situation(
      Event event, Optional<Conversation> conversation, List<Agent> subscribers, Map<AgentId, Agent> people) {}

  /// Whether the subscribers of the channel matter at all: they are read only then.
  public static boolean asksSubscribers(Event event, Conversation now) {
    return switch (event.type()) {
      case CONVERSATION_OPENED, CONVERSATION_REOPENED, CONVERSATION_UNASSIGNED, CONVERSATION_TEAM_CHANGED ->
          now.status() == Placed.Status.UNASSIGNED;
      case MESSAGE_RECEIVED -> now.status() == Placed.Status.UNASSIGNED && !openedIt(event, now);
      case CONVERSATION_ASSIGNED -> wasTakenFromQueue(event);
      default -> false;
    };
  }

  /// The agents whom the event or the conversation names.
  public static Collection<AgentId> named(Event event, Optional<Conversation> now) {
    return switch (event.type()) {
      case CONVERSATION_TEAM_CHANGED, MESSAGE_SENT -> List.of();
      case MESSAGE_RECEIVED -> now.flatMap(Conversation::holder).stream().toList();
      default -> Stream.of(event.from(), event.to()).filter(id -> !id.isEmpty()).map(AgentId::new).distinct().toList();
    };
  }

  /// The notices of this event, each with at least one recipient.
  public static List<Notice> decide(Situation scene) {
    var event = scene.event();
    var notices = new ArrayList<Notice>();
    switch (event.type()) {
      case CONVERSATION_OPENED -> whenWaiting(scene).ifPresent(notices::add);
      case CONVERSATION_REOPENED -> {
        whenWaiting(scene).ifPresent(notices::add);
        person(scene, Kind.REOPENED, event.actor().asAgent().isPresent() ? event.from() : "").ifPresent(notices::add);
      }
      case CONVERSATION_TEAM_CHANGED -> whenWaiting(scene).ifPresent(notices::add);
      case CONVERSATION_UNASSIGNED -> {
        if (event.reason().equals(Reason.RETURNED.word())) {
          whenWaiting(scene).ifPresent(notices::add);
        }
        lost(scene).ifPresent(notices::add);
      }
      case CONVERSATION_ASSIGNED -> {
        if (holds(scene, event.to())) {
          person(scene, Kind.ASSIGNED, event.to()).ifPresent(notices::add);
        }
        lost(scene).ifPresent(notices::add);
        if (wasTakenFromQueue(event)) {
          everySubscriber(scene, Kind.TAKEN).ifPresent(notices::add);
        }
      }
      case CONVERSATION_CLOSED -> person(scene, Kind.CLOSED, event.from()).ifPresent(notices::add);
      case MESSAGE_RECEIVED -> message(scene).ifPresent(notices::add);
      case CONTACT_PINNED -> person(scene, Kind.PINNED, event.to()).ifPresent(notices::add);
      case CONTACT_UNPINNED -> person(scene, Kind.UNPINNED, event.from()).ifPresent(notices::add);
      default -> { }
    }
    return List.copyOf(notices);
  }

  // Taken by the clicker straight from the queue, so that its channel's subscribers have been alerted to it.
  private static boolean wasTakenFromQueue(Event event) {
    return event.reason().equals(Reason.SELF.word()) && event.from().isEmpty() && event.cause().isEmpty();
  }

  private static Optional<Notice> message(Situation scene) {
    if (scene.conversation().isEmpty() || openedIt(scene.event(), scene.conversation().get())) {
      return Optional.empty();
    }
    return switch (scene.conversation().get()) {
      case Conversation.Assigned(var _, var holder, var _) -> person(scene, Kind.MESSAGE, holder.value());
      case Conversation.Unassigned _ -> everySubscriber(scene, Kind.MESSAGE);
      case Conversation.Closed _, Conversation.Blocked _ -> Optional.empty();
    };
  }

  // The message that began the episode is told by the event of its beginning.
  private static boolean openedIt(Event event, Conversation conversation) {
    return conversation.core().openedBy().map(MessageKey::toString).equals(Optional.ofNullable(event.data().get("message")));
  }

  private static Optional<Notice> whenWaiting(Situation scene) {
    return scene.conversation().filter(now -> now.status() == Placed.Status.UNASSIGNED).isPresent()
        ? everySubscriber(scene, Kind.WAITING)
        : Optional.empty();
  }

  private static boolean holds(Situation scene, String agent) {
    return scene.conversation().flatMap(Conversation::holder).map(AgentId::value).filter(agent::equals).isPresent();
  }

  private static Optional<Notice> everySubscriber(Situation scene, Kind kind) {
    var event = scene.event();
    return notice(scene, kind, true, scene.subscribers().stream()
        .filter(agent -> scene.conversation().filter(now -> Visibility.sees(agent, now)).isPresent())
        .map(Agent::id)
        .filter(id -> !id.value().equals(event.to()))
        .toList());
  }

  private static Optional<Notice> person(Situation scene, Kind kind, String agent) {
    return notice(scene, kind, false, Stream.of(agent)
        .filter(id -> !id.isEmpty())
        .map(AgentId::new)
        .filter(scene.people()::containsKey)
        .filter(id -> mayBeTold(kind, scene.people().get(id), scene))
        .toList());
  }

  // Unless it has come back to them meanwhile.
  private static Optional<Notice> lost(Situation scene) {
    String before = scene.event().from();
    return holds(scene, before) ? Optional.empty() : person(scene, Kind.MOVED, before);
  }

  // Who has lost it may be told that they have, without a word of what it is now; all else only to who sees it.
  private static boolean mayBeTold(Kind kind, Agent agent, Situation scene) {
    return agent.isActive()
        && (kind == Kind.MOVED || scene.conversation().map(now -> Visibility.sees(agent, now)).orElse(true));
  }

  private static Optional<Notice> notice(Situation scene, Kind kind, boolean shared, List<AgentId> candidates) {
    var event = scene.event();
    var recipients = candidates.stream()
        .filter(id -> !event.actor().asAgent().equals(Optional.of(id)))
        .distinct()
        .toList();
    if (recipients.isEmpty()) {
      return Optional.empty();
    }
    Optional<ContactId> contact = event.contact().or(() -> scene.conversation().map(now -> now.core().contact()));
    Optional<ChannelId> channel = event.channel().or(() -> scene.conversation().map(now -> now.core().channel()));
    return Optional.of(new Notice(
        Notice.idOf(event, kind), kind, event.workspace(), event.conversation(), contact, channel,
        scene.conversation().map(Conversation::version).orElse(event.version()), event.occurredAt(), recipients,
        Titles.of(kind, scene), shared));
  }

  /// The contact of a contact's event is not loaded: its name travels with the event.
  static String contactName(Situation scene) {
    return scene.conversation()
        .map(now -> now.core().contactName())
        .orElseGet(() -> scene.event().data().getOrDefault("name", "A contact"));
  }
}
