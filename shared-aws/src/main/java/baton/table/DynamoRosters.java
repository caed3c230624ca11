package baton.table;

import baton.agent.Agent;
import baton.agent.Team;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.inbox.Rosters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// [Rosters] upon the table.
public final class DynamoRosters implements Rosters {
  private final Table table;

  /// Upon that table.
  public DynamoRosters(Table table) {
    this.table = table;
  }

  @Override
  public List<TeamId> teams(WorkspaceId workspace) {
    return entries(Keys.teams(workspace)).stream()
        .map(entry -> new TeamId(entry.get(Listing.BY_FOLDER.sort()).s()))
        .toList();
  }

  @Override
  public List<Agent> agents(WorkspaceId workspace) {
    var keys = entries(Keys.agents(workspace)).stream().map(Key::of).toList();
    return table.read(keys).values().stream().map(AgentItem::read).toList();
  }

  // The index holds only the keys of these, of some tens of bytes each.
  private List<Map<String, AttributeValue>> entries(String folder) {
    var entries = new ArrayList<Map<String, AttributeValue>>();
    Range.From from = new Range.From.Beginning();
    while (true) {
      var found = new Range(Listing.BY_FOLDER, folder, from, false, false, MOST_ENTRIES).read(table);
      entries.addAll(found.items());
      if (!found.more()) {
        return entries;
      }
      var last = entries.getLast();
      from = new Range.From.Behind(last.get(Listing.BY_FOLDER.sort()).s(), Key.of(last));
    }
  }

  private static final int MOST_ENTRIES = 1_000;

  @Override
  public Names names(WorkspaceId workspace, Collection<AgentId> agents, Collection<TeamId> teams) {
    var keys = new ArrayList<Key>();
    agents.forEach(id -> keys.add(Keys.agent(workspace, id)));
    teams.forEach(id -> keys.add(Keys.team(workspace, id)));
    var found = table.read(keys);
    var agentNames = new HashMap<AgentId, String>();
    var teamNames = new HashMap<TeamId, String>();
    for (var id : agents) {
      var item = found.get(Keys.agent(workspace, id));
      if (item != null) {
        agentNames.put(id, AgentItem.read(item).displayName());
      }
    }
    for (var id : teams) {
      var item = found.get(Keys.team(workspace, id));
      if (item != null) {
        Team team = TeamItem.read(item);
        teamNames.put(id, team.name());
      }
    }
    return new Names(agentNames, teamNames);
  }

  @Override
  public List<ChannelId> subscriptions(WorkspaceId workspace, AgentId agent) {
    return table.family(Keys.agentFamily(workspace, agent), Keys.SUBSCRIPTIONS).stream()
        .map(item -> new ChannelId(Key.of(item).sk().substring(Keys.SUBSCRIPTIONS.length())))
        .toList();
  }
}
