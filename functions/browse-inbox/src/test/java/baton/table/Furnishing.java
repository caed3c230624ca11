package baton.table;

import baton.agent.Agent;
import baton.agent.Team;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.WorkspaceId;
import baton.workspace.Workspace;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Puts into a table what stands there before a test begins.
public record Furnishing(Table table) {
  public Furnishing with(Workspace workspace) {
    return with(WorkspaceItem.write(workspace));
  }

  public Furnishing with(Team team) {
    return with(TeamItem.write(team));
  }

  /// New, or in the place of what they were.
  public Furnishing with(Agent agent) {
    return with(AgentItem.write(agent));
  }

  public Furnishing subscribed(WorkspaceId workspace, AgentId agent, ChannelId channel) {
    return with(Keys.subscription(workspace, agent, channel).attributes());
  }

  private Furnishing with(Map<String, AttributeValue> item) {
    Bulk.put(table, List.of(item));
    return this;
  }
}
