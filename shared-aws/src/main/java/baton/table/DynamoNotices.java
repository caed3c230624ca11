package baton.table;

import baton.agent.Agent;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.WorkspaceId;
import baton.notice.Notice;
import baton.notice.NoticePage;
import baton.notice.NoticePage.Place;
import baton.notice.NoticePage.Stretch;
import baton.notice.Notices;
import baton.notice.Recipients;
import baton.table.Attributes.ItemType;
import baton.wire.NoticeJson;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// [Notices] upon the table.
public final class DynamoNotices implements Notices {
  // Longer than any stream, topic or queue keeps what it could deliver again.
  private static final Duration DECIDED = Duration.ofDays(30);
  private static final Duration SHOWN = Duration.ofDays(90);

  // As much as one look into a channel's list may cost, however little of it is the agent's.
  private static final int MOST_LOOKS = 4;

  private final Table table;
  private final InstantSource clock;

  /// Upon that table.
  public DynamoNotices(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Known load(Event event) {
    var workspace = event.workspace();
    var told = Keys.told(workspace, event.id());
    var head = event.conversation().map(id -> Keys.head(workspace, id));
    var agents = Recipients.named(event, Optional.empty());
    var keys = new ArrayList<Key>(List.of(told));
    head.ifPresent(keys::add);
    agents.forEach(id -> keys.add(Keys.agent(workspace, id)));
    var found = table.read(keys);
    return new Known(
        head.map(found::get).map(ConversationItem::read), pick(workspace, agents, found),
        Optional.ofNullable(found.get(told)).map(DynamoNotices::decided));
  }

  @Override
  public Map<AgentId, Agent> agents(WorkspaceId workspace, Collection<AgentId> agents) {
    return agents.isEmpty()
        ? Map.of()
        : pick(workspace, agents, table.read(agents.stream().map(id -> Keys.agent(workspace, id)).toList()));
  }

  private static Map<AgentId, Agent> pick(
      WorkspaceId workspace, Collection<AgentId> agents, Map<Key, Map<String, AttributeValue>> found) {
    var picked = new HashMap<AgentId, Agent>();
    for (var id : agents) {
      var item = found.get(Keys.agent(workspace, id));
      if (item != null) {
        picked.put(id, AgentItem.read(item));
      }
    }
    return picked;
  }

  @Override
  public List<AgentId> subscribers(ChannelId channel) {
    return table.family(Keys.channelFamily(channel), Keys.SUBSCRIBERS).stream()
        .map(item -> new AgentId(Key.of(item).sk().substring(Keys.SUBSCRIBERS.length())))
        .toList();
  }

  @Override
  public List<Notice> decide(Event event, List<Notice> notices) {
    var item = Attributes.of(Keys.told(event.workspace(), event.id()), ItemType.OTHER)
        .put("notices", notices.stream().map(NoticeJson::write).toList())
        .put("shared", notices.stream().filter(Notice::shared).map(Notice::id).toList())
        .put("expiresAt", event.occurredAt().plus(DECIDED).getEpochSecond());
    try {
      table.put(item.map(), new Expression().whenAbsent("pk"));
      return notices;
    } catch (ConditionalCheckFailedException e) {
      return decided(e.item());
    }
  }

  private static List<Notice> decided(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    var shared = item.texts("shared");
    return item.texts("notices").stream()
        .map(json -> NoticeJson.read(json, false))
        .map(notice -> shared.contains(notice.id()) ? shared(notice) : notice)
        .toList();
  }

  private static Notice shared(Notice notice) {
    return NoticeJson.read(NoticeJson.write(notice), true);
  }

  @Override
  public void show(Notice notice) {
    var keys = notice.shared()
        ? List.of(Keys.channelNotice(notice.channel().orElseThrow(), notice.at(), notice.id()))
        : notice.recipients().stream()
            .map(agent -> Keys.agentNotice(notice.workspace(), agent, notice.at(), notice.id()))
            .toList();
    Parallel.all(keys.stream().<Supplier<Boolean>>map(key -> () -> show(key, notice)).toList());
  }

  private boolean show(Key key, Notice notice) {
    var item = Attributes.of(NoticeItem.write(key, notice))
        .put("expiresAt", notice.at().plus(SHOWN).getEpochSecond());
    try {
      table.put(item.map(), new Expression().whenAbsent("pk"));
    } catch (ConditionalCheckFailedException _) {
      // shown before
    }
    return true;
  }

  @Override
  public NoticePage of(
      WorkspaceId workspace, AgentId agent, Collection<ChannelId> channels, Optional<Place> behind, int most) {
    var lists = Stream.concat(
        Stream.of(Keys.agentFamily(workspace, agent)), channels.stream().map(Keys::channelFamily));
    return NoticePage.merge(
        Parallel.all(lists.<Supplier<Stretch>>map(list -> () -> read(list, agent, behind, most)).toList()), most);
  }

  // A channel's list holds what others were told, too: it is read on until enough of it is this agent's.
  private Stretch read(String list, AgentId agent, Optional<Place> behind, int most) {
    var picked = new ArrayList<Notice>();
    var from = behind;
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      // One more than is shown, so that the last page is known as such.
      var start = from.map(place -> Keys.notice(place.millis(), place.notice()));
      var found = table.newest(list, Keys.NOTICES, start, most + 1);
      found.items().stream()
          .filter(item -> !isExpired(item))
          .map(NoticeItem::read)
          .filter(notice -> notice.recipients().contains(agent))
          .forEach(picked::add);
      if (!found.more()) {
        return new Stretch(picked, Optional.empty());
      }
      from = Optional.of(Place.of(NoticeItem.read(found.items().getLast())));
      if (picked.size() > most) {
        break;
      }
    }
    return new Stretch(picked, from);
  }

  // The table takes away what has expired when it gets round to it.
  private boolean isExpired(Map<String, AttributeValue> item) {
    return Attributes.of(item).number("expiresAt") <= clock.instant().getEpochSecond();
  }
}
