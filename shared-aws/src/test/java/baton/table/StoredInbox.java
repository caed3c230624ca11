package baton.table;

import baton.agent.Agent;
import baton.agent.Team;
import baton.channel.Channel;
import baton.contact.Contact;
import baton.conversation.Conversation;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.message.MessageKey;
import baton.table.Attributes.ItemType;
import baton.testing.Everything;
import baton.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Looks behind the functions: furnishes a table with a workspace, and reads it whole, item by item and as what it means.
public final class StoredInbox {
  private final Table table;

  /// Of that table.
  public StoredInbox(Table table) {
    this.table = table;
  }

  public void put(Workspace workspace) {
    put(WorkspaceItem.write(workspace));
  }

  public void put(Agent agent) {
    put(AgentItem.write(agent));
  }

  public void put(Team team) {
    put(TeamItem.write(team));
  }

  public void put(Channel channel) {
    put(ChannelItem.write(channel));
  }

  /// The agent is told of what waits on that channel.
  public void subscribe(ChannelId channel, AgentId agent) {
    put(Attributes.of(Keys.subscriber(channel, agent), ItemType.OTHER).map());
  }

  private void put(Map<String, AttributeValue> item) {
    Bulk.put(table, List.of(item));
  }

  /// Every item, by its key.
  public Map<Key, Map<String, AttributeValue>> items() {
    return Bulk.items(table);
  }

  /// How often each item stands in a list of the index of folders.
  public List<Key> inFolders() {
    return table.client().scanPaginator(scan -> scan.tableName(table.name()).indexName(Keys.BY_FOLDER)).items().stream()
        .map(Key::of)
        .toList();
  }

  /// What these items mean.
  public static Everything everything(Map<Key, Map<String, AttributeValue>> items) {
    var agents = new HashMap<AgentId, Agent>();
    var contacts = new HashMap<ContactId, Contact>();
    var conversations = new HashMap<ConversationId, Conversation>();
    var logs = new HashMap<String, List<Event>>();
    var timelines = new HashMap<ConversationId, List<MessageKey>>();
    items.forEach((key, item) -> {
      switch (Attributes.of(item).text("item")) {
        case "agent" -> agents.put(AgentItem.read(item).id(), AgentItem.read(item));
        case "contact" -> contacts.put(ContactItem.read(item).id(), ContactItem.read(item));
        case "conversation" -> conversations.put(ConversationItem.read(item).id(), ConversationItem.read(item));
        case "event" -> logs.computeIfAbsent(EventItem.read(item).stream(), _ -> new ArrayList<>())
            .add(EventItem.read(item));
        case "message", "remark" -> timelines.computeIfAbsent(Keys.conversationOf(key.pk()), _ -> new ArrayList<>())
            .add(Keys.messageKey(key.sk()));
        default -> { }
      }
    });
    logs.values().forEach(log -> log.sort(Comparator.comparingLong(Event::version)));
    timelines.values().forEach(timeline -> timeline.sort(Comparator.naturalOrder()));
    return new Everything(agents, contacts, conversations, logs, timelines);
  }

  /// The heads among these items.
  public static Stream<Map<String, AttributeValue>> heads(Map<Key, Map<String, AttributeValue>> items) {
    return items.entrySet().stream().filter(entry -> Keys.isHead(entry.getKey())).map(Map.Entry::getValue);
  }

  /// The attributes that follow from the state of a head, as they should be.
  public static Map<String, AttributeValue> derived(Map<String, AttributeValue> head) {
    var right = ConversationItem.write(ConversationItem.read(head));
    var derived = new HashMap<String, AttributeValue>();
    Stream.of("folder", "folderSort", "queueSort", "period", "periodSort", "due", "dueAt")
        .forEach(name -> Optional.ofNullable(right.get(name)).ifPresent(value -> derived.put(name, value)));
    return derived;
  }

  /// Puts and takes away whatever is needed for the table to hold exactly these items.
  public void restore(Map<Key, Map<String, AttributeValue>> wanted) {
    restore(wanted, items());
  }

  /// Likewise, instead of those it holds now.
  public void restore(Map<Key, Map<String, AttributeValue>> wanted, Map<Key, Map<String, AttributeValue>> now) {
    Bulk.delete(table, now.keySet().stream().filter(key -> !wanted.containsKey(key)).toList());
    Bulk.put(table, wanted.entrySet().stream()
        .filter(one -> !one.getValue().equals(now.get(one.getKey())))
        .map(Map.Entry::getValue)
        .toList());
  }
}
