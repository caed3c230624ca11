package baton.table;

import baton.agent.Agent;
import baton.agent.Team;
import baton.channel.Channel;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.WorkspaceId;
import baton.table.Attributes.ItemType;
import baton.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Puts what a test begins with straight into a table, over whatever is there.
///
/// @param table the one to fill
public record Seed(Table table) {

  /// The workspace.
  public Seed put(Workspace workspace) {
    return put(WorkspaceItem.write(workspace));
  }

  /// A team.
  public Seed put(Team team) {
    return put(TeamItem.write(team));
  }

  /// An agent.
  public Seed put(Agent agent) {
    return put(AgentItem.write(agent));
  }

  /// A channel.
  public Seed put(Channel channel) {
    return put(ChannelItem.write(channel));
  }

  /// The agent signs up for the channel.
  public Seed subscribe(ChannelId channel, AgentId agent) {
    return put(Attributes.of(Keys.subscriber(channel, agent), ItemType.OTHER).map());
  }

  /// The agent as they are now, changed like this.
  public Seed change(WorkspaceId workspace, AgentId agent, UnaryOperator<Agent> change) {
    return put(change.apply(AgentItem.read(table.read(Keys.agent(workspace, agent)).orElseThrow())));
  }

  /// These items, at most 25, in one call.
  public Seed put(List<Map<String, AttributeValue>> items) {
    table.client().batchWriteItem(write -> write.requestItems(Map.of(table.name(), items.stream()
        .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
        .toList())));
    return this;
  }

  private Seed put(Map<String, AttributeValue> item) {
    table.client().putItem(put -> put.tableName(table.name()).item(item));
    return this;
  }
}
