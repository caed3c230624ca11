package baton.notice;

import static baton.event.EventType.CONTACT_PINNED;
import static baton.event.EventType.CONTACT_UNPINNED;
import static baton.event.EventType.CONVERSATION_ASSIGNED;
import static baton.event.EventType.CONVERSATION_CLOSED;
import static baton.event.EventType.CONVERSATION_OPENED;
import static baton.event.EventType.CONVERSATION_REOPENED;
import static baton.event.EventType.CONVERSATION_TEAM_CHANGED;
import static baton.event.EventType.CONVERSATION_UNASSIGNED;
import static baton.event.EventType.MESSAGE_RECEIVED;

import baton.access.Visibility;
import baton.agent.Agent;
import baton.conversation.Conversation;
import baton.event.Event;
import baton.event.EventType;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.notice.Notice.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who is told of what: from committed events and the state as it is now, so that no code path can forget a notice, and
/// nobody is told of work that has moved on, of their own doing, or of what they may not see.
public final class Recipients {
  private enum Whom {
    /// The channel's, but for whoever has it.
    SUBSCRIBERS,
    HOLDER,
    /// Whom the event took it from.
    WHO_HAD_IT,
    /// Whom the event gave it to.
    WHO_GOT_IT
  }

  /// @param stands what must still be so
  private record Row(EventType type, Predicate<Standing> stands, Kind kind, Whom whom) {}

  private static final List<Row> TABLE = List.of(
      new Row(CONVERSATION_OPENED,       Standing::waits,               Kind.WAITING,  Whom.SUBSCRIBERS),
      new Row(CONVERSATION_REOPENED,     Standing::waits,               Kind.WAITING,  Whom.SUBSCRIBERS),
      new Row(CONVERSATION_REOPENED,     Standing::isBegunAgain,        Kind.REOPENED, Whom.WHO_HAD_IT),
      new Row(CONVERSATION_TEAM_CHANGED, Standing::waits,               Kind.WAITING,  Whom.SUBSCRIBERS),
      new Row(CONVERSATION_UNASSIGNED,   Standing::waits,               Kind.WAITING,  Whom.SUBSCRIBERS),
      new Row(CONVERSATION_UNASSIGNED,   Standing::isLost,              Kind.MOVED,    Whom.WHO_HAD_IT),
      new Row(CONVERSATION_ASSIGNED,     Standing::isTheirs,            Kind.ASSIGNED, Whom.WHO_GOT_IT),
      new Row(CONVERSATION_ASSIGNED,     Standing::isLost,              Kind.MOVED,    Whom.WHO_HAD_IT),
      new Row(CONVERSATION_ASSIGNED,     Standing::isTaken,             Kind.TAKEN,    Whom.SUBSCRIBERS),
      new Row(CONVERSATION_CLOSED,       Standing::isClosed,            Kind.CLOSED,   Whom.WHO_HAD_IT),
      new Row(MESSAGE_RECEIVED,          Standing::isForTheHolder,      Kind.MESSAGE,  Whom.HOLDER),
      new Row(MESSAGE_RECEIVED,          Standing::isForTheSubscribers, Kind.MESSAGE,  Whom.SUBSCRIBERS),
      new Row(CONTACT_PINNED,            Standing::always,              Kind.PINNED,   Whom.WHO_GOT_IT),
      new Row(CONTACT_UNPINNED,          Standing::always,              Kind.UNPINNED, Whom.WHO_HAD_IT));

  /// The events that anybody is ever told of.
  public static final Set<EventType> TOLD = TABLE.stream().map(Row::type).collect(Collectors.toUnmodifiableSet());

  private Recipients() {}

  /// What the rules look at.
  ///
  /// @param conversation as it is now; none for a contact's event
  /// @param subscribers of its channel
  /// @param people the agents whom the event or the conversation names
  public record Situation(
      Event event, Optional<Conversation> conversation, List<Agent> subscribers, Map<AgentId, Agent> people) {}

  /// Whether the subscribers of the channel matter at all: they are read only then.
  public static boolean asksSubscribers(Event event, Conversation now, Map<AgentId, Agent> people) {
    return rows(new Standing(event, Optional.of(now), people)).anyMatch(row -> row.whom() == Whom.SUBSCRIBERS);
  }

  /// The agents whom the event or the conversation names, as far as a notice tells or mentions them.
  public static Collection<AgentId> named(Event event, Optional<Conversation> now) {
    var ends = Stream.of(event.from(), event.to()).filter(id -> !id.isEmpty()).map(AgentId::new);
    var holder = now.flatMap(Conversation::holder).stream();
    var named = switch (event.type()) {
      case MESSAGE_RECEIVED -> holder;
      case CONVERSATION_ASSIGNED, CONVERSATION_UNASSIGNED ->
          Stream.of(ends, mover(event).stream(), holder).flatMap(each -> each);
      case CONVERSATION_REOPENED, CONVERSATION_CLOSED, CONTACT_PINNED, CONTACT_UNPINNED -> ends;
      default -> Stream.<AgentId>empty();
    };
    return named.collect(Collectors.toUnmodifiableSet());
  }

  // Who took it from somebody, who is told their name.
  private static Optional<AgentId> mover(Event event) {
    return event.actor().asAgent().filter(id -> !event.from().isEmpty() && !event.from().equals(id.value()));
  }

  /// The notices of this event, each with at least one recipient.
  public static List<Notice> decide(Situation scene) {
    return rows(new Standing(scene.event(), scene.conversation(), scene.people()))
        .flatMap(row -> notice(scene, row).stream())
        .toList();
  }

  private static Stream<Row> rows(Standing standing) {
    return TABLE.stream().filter(row -> row.type() == standing.event().type() && row.stands().test(standing));
  }

  private static Stream<Agent> candidates(Situation scene, Whom whom) {
    var holder = scene.conversation().flatMap(Conversation::holder);
    return switch (whom) {
      case SUBSCRIBERS -> scene.subscribers().stream().filter(agent -> !holder.equals(Optional.of(agent.id())));
      case HOLDER -> holder.map(scene.people()::get).stream();
      case WHO_HAD_IT -> named(scene.event().from(), scene).stream();
      case WHO_GOT_IT -> named(scene.event().to(), scene).stream();
    };
  }

  /// The agent of that id, if it is one.
  static Optional<Agent> named(String agent, Situation scene) {
    return agent.isEmpty() ? Optional.empty() : Optional.ofNullable(scene.people().get(new AgentId(agent)));
  }

  // Who has lost it may be told that they have; all else only who sees it.
  private static boolean mayBeTold(Kind kind, Agent agent, Situation scene) {
    return agent.isActive()
        && (kind == Kind.MOVED || scene.conversation().map(now -> Visibility.sees(agent, now)).orElse(true));
  }

  private static Optional<Notice> notice(Situation scene, Row row) {
    var event = scene.event();
    var recipients = candidates(scene, row.whom())
        .filter(agent -> mayBeTold(row.kind(), agent, scene))
        .map(Agent::id)
        .filter(id -> !event.actor().asAgent().equals(Optional.of(id)))
        .toList();
    if (recipients.isEmpty()) {
      return Optional.empty();
    }
    Optional<ContactId> contact = event.contact().or(() -> scene.conversation().map(now -> now.core().contact()));
    Optional<ChannelId> channel = event.channel().or(() -> scene.conversation().map(now -> now.core().channel()));
    return Optional.of(new Notice(
        Notice.idOf(event, row.kind()), row.kind(), event.workspace(), event.conversation(), contact, channel,
        version(scene), event.occurredAt(), recipients, Titles.of(row.kind(), scene), row.whom() == Whom.SUBSCRIBERS));
  }

  // A message has no version of its own: it stands behind the move that it found.
  private static long version(Situation scene) {
    long own = scene.event().version();
    return own > 0 ? own : scene.conversation().map(Conversation::version).orElse(0L);
  }
}
