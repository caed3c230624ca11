package baton.table;

import baton.agent.Account;
import baton.agent.Agent;
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
import java.util.Optional;
import java.util.function.Function;
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

  // Those who are gone are not in the index. One who is only just gone may still be.
  @Override
  public List<Agent> agents(WorkspaceId workspace) {
    var keys = entries(Keys.agents(workspace)).stream().map(Key::of).toList();
    return table.read(keys).values().stream()
        .map(AgentItem::read)
        .filter(agent -> agent.account() != Account.DELETED)
        .toList();
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
    return new Names(
        called(agents, id -> Keys.agent(workspace, id), found, item -> AgentItem.read(item).displayName()),
        called(teams, id -> Keys.team(workspace, id), found, item -> TeamItem.read(item).name()));
  }

  private static <I> Map<I, String> called(
      Collection<I> ids, Function<I, Key> key, Map<Key, Map<String, AttributeValue>> found,
      Function<Map<String, AttributeValue>, String> name) {
    var names = new HashMap<I, String>();
    ids.forEach(id -> Optional.ofNullable(found.get(key.apply(id))).map(name).ifPresent(it -> names.put(id, it)));
    return names;
  }

  @Override
  public List<ChannelId> subscriptions(WorkspaceId workspace, AgentId agent) {
    return table.family(Keys.agentFamily(workspace, agent), Keys.SUBSCRIPTIONS).stream()
        .map(item -> new ChannelId(Key.of(item).sk().substring(Keys.SUBSCRIPTIONS.length())))
        .toList();
  }
}
