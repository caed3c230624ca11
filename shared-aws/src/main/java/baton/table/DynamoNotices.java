package baton.table;

import baton.agent.Agent;
import baton.conversation.Conversation;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.WorkspaceId;
import baton.notice.Notice;
import baton.notice.Notices;
import baton.notice.Recipients;
import baton.table.Attributes.ItemType;
import baton.wire.NoticeJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// [Notices] upon the table.
public final class DynamoNotices implements Notices {
  // Longer than any stream, topic or queue keeps what it could deliver again.
  private static final Duration DECIDED = Duration.ofDays(30);
  private static final Duration SHOWN = Duration.ofDays(90);

  private final Table table;

  /// Upon that table.
  public DynamoNotices(Table table) {
    this.table = table;
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
  public List<Notice> of(WorkspaceId workspace, AgentId agent, Collection<ChannelId> channels, int most) {
    var calls = new ArrayList<Supplier<List<Notice>>>();
    calls.add(() -> newest(Keys.agentFamily(workspace, agent), most));
    channels.forEach(channel -> calls.add(() -> newest(Keys.channelFamily(channel), most)));
    return Parallel.all(calls).stream()
        .flatMap(List::stream)
        .filter(notice -> notice.recipients().contains(agent))
        .sorted(Comparator.comparing(Notice::at).reversed().thenComparing(Notice::id))
        .limit(most)
        .toList();
  }

  private List<Notice> newest(String family, int most) {
    return table.newest(family, Keys.NOTICES, most).stream().map(NoticeItem::read).toList();
  }
}
