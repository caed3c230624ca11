package baton.table;

import baton.administration.Versioned;
import baton.agent.Agent;
import baton.agent.Enrolled;
import baton.agent.Team;
import baton.channel.Channel;
import baton.channel.Registered;
import baton.contact.Contact;
import baton.contact.Contacts;
import baton.conversation.Conversation;
import baton.conversation.Conversations;
import baton.conversation.IncomingMessages;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import baton.message.MessageKey;
import baton.testing.Everything;
import baton.testing.Fixtures;
import baton.testing.InboxUnderTest;
import baton.wiring.Wiring;
import baton.workspace.Workspace;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The ports upon a table, as the contracts want them.
///
/// Remembered answers are read at nine o'clock for ever: in memory they never expire.
final class DynamoInbox implements InboxUnderTest {
  private final Table table;

  DynamoInbox(Table table) {
    this.table = table;
  }

  @Override
  public Conversations conversations() {
    return new DynamoConversations(table, Wiring.ulids(), InstantSource.fixed(Fixtures.NOW));
  }

  @Override
  public IncomingMessages messages() {
    return new DynamoIncomingMessages(table, Fixtures.atOnce());
  }

  @Override
  public Contacts contacts() {
    return new DynamoContacts(table);
  }

  @Override
  public void put(Workspace workspace) {
    put(WorkspaceItem.write(new Versioned<>(workspace, 1)));
  }

  @Override
  public void put(Agent agent) {
    put(AgentItem.write(new Versioned<>(new Enrolled(agent, Optional.empty()), 1)));
  }

  @Override
  public void put(Team team) {
    put(TeamItem.write(new Versioned<>(team, 1)));
  }

  @Override
  public void put(Channel channel) {
    put(ChannelItem.write(new Versioned<>(new Registered(channel, false), 1)));
  }

  private void put(Map<String, AttributeValue> item) {
    table.client().putItem(put -> put.tableName(table.name()).item(item));
  }

  @Override
  public Everything everything(WorkspaceId workspace) {
    var agents = new HashMap<AgentId, Agent>();
    var contacts = new HashMap<ContactId, Contact>();
    var conversations = new HashMap<ConversationId, Conversation>();
    var logs = new HashMap<String, List<Event>>();
    var timelines = new HashMap<ConversationId, List<MessageKey>>();
    // Each partition comes in the order of its sort keys: logs by version, timelines by key.
    for (var item : table.client().scanPaginator(scan -> scan.tableName(table.name()).consistentRead(true)).items()) {
      var key = Key.of(item);
      if (!key.pk().startsWith(Keys.workspace(workspace).pk() + "#")) {
        continue;
      }
      switch (Attributes.of(item).text("item")) {
        case "agent" -> agents.put(AgentItem.read(item).id(), AgentItem.read(item));
        case "contact" -> contacts.put(ContactItem.read(item).id(), ContactItem.read(item));
        case "conversation" -> conversations.put(Keys.conversationOf(key.pk()), ConversationItem.read(item));
        case "event" -> logs.computeIfAbsent(EventItem.read(item).stream(), _ -> new ArrayList<>()).add(EventItem.read(item));
        case "message", "remark" -> timelines
            .computeIfAbsent(Keys.conversationOf(key.pk()), _ -> new ArrayList<>()).add(Keys.messageKey(key.sk()));
        default -> { }
      }
    }
    return new Everything(agents, contacts, conversations, logs, timelines);
  }
}
