package baton.table;

import baton.administration.Versioned;
import baton.agent.Agent;
import baton.agent.Enrolled;
import baton.agent.Team;
import baton.channel.Channel;
import baton.channel.Registered;
import baton.contact.Contacts;
import baton.conversation.Conversations;
import baton.conversation.IncomingMessages;
import baton.id.WorkspaceId;
import baton.testing.Everything;
import baton.testing.Fixtures;
import baton.testing.InboxUnderTest;
import baton.wiring.Wiring;
import baton.workspace.Workspace;
import java.time.InstantSource;
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
    Bulk.put(table, List.of(item));
  }

  @Override
  public Everything everything(WorkspaceId workspace) {
    var items = Bulk.items(table);
    items.keySet().removeIf(key -> !key.pk().startsWith(Keys.workspace(workspace).pk() + "#"));
    return StoredInbox.everything(items);
  }
}
