package baton.table;

import baton.agent.Agent;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.inbox.Rosters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// [Rosters] that remember for half a minute which teams there are and what people, teams and channels are called. Only
/// those named on a page are ever looked up, so a workspace of ten thousand agents costs no more than one of ten. What
/// somebody may do, or has, is never remembered.
public final class CachedRosters implements Rosters {
  private static final Duration KNOWN = Duration.ofSeconds(30);
  private static final int MOST = 10_000;

  private final Rosters rosters;
  private final InstantSource clock;
  private final Map<WorkspaceId, Remembered<List<TeamId>>> teams = new ConcurrentHashMap<>();
  private final Map<Called, Remembered<Optional<String>>> names = new ConcurrentHashMap<>();

  /// Before those.
  public CachedRosters(Rosters rosters, InstantSource clock) {
    this.rosters = rosters;
    this.clock = clock;
  }

  private record Remembered<T>(T value, Instant until) {}

  /// The id of an agent or a team: their types keep them apart.
  private record Called(WorkspaceId workspace, Object id) {}

  @Override
  public List<TeamId> teams(WorkspaceId workspace) {
    return known(teams, workspace).orElseGet(() -> remember(teams, workspace, rosters.teams(workspace)));
  }

  @Override
  public Names names(WorkspaceId workspace, Collection<AgentId> agents, Collection<TeamId> ofTeams) {
    var agentNames = new HashMap<AgentId, Optional<String>>();
    var teamNames = new HashMap<TeamId, Optional<String>>();
    var strangers = strangers(workspace, agents, agentNames);
    var strangeTeams = strangers(workspace, ofTeams, teamNames);
    if (!strangers.isEmpty() || !strangeTeams.isEmpty()) {
      var found = rosters.names(workspace, strangers, strangeTeams);
      meet(workspace, strangers, found.agents(), agentNames);
      meet(workspace, strangeTeams, found.teams(), teamNames);
    }
    return new Names(present(agentNames), present(teamNames));
  }

  private <I> List<I> strangers(WorkspaceId workspace, Collection<I> ids, Map<I, Optional<String>> called) {
    ids.forEach(id -> known(names, new Called(workspace, id)).ifPresent(name -> called.put(id, name)));
    return ids.stream().distinct().filter(id -> !called.containsKey(id)).toList();
  }

  private <I> void meet(
      WorkspaceId workspace, List<I> ids, Map<I, String> found, Map<I, Optional<String>> called) {
    ids.forEach(id -> called.put(
        id, remember(names, new Called(workspace, id), Optional.ofNullable(found.get(id)))));
  }

  private static <I> Map<I, String> present(Map<I, Optional<String>> called) {
    var present = new HashMap<I, String>();
    called.forEach((id, name) -> name.ifPresent(text -> present.put(id, text)));
    return present;
  }

  private <K, V> Optional<V> known(Map<K, Remembered<V>> memory, K key) {
    return Optional.ofNullable(memory.get(key))
        .filter(kept -> clock.instant().isBefore(kept.until()))
        .map(Remembered::value);
  }

  private <K, V> V remember(Map<K, Remembered<V>> memory, K key, V value) {
    if (memory.size() >= MOST) {
      memory.clear();
    }
    memory.put(key, new Remembered<>(value, clock.instant().plus(KNOWN)));
    return value;
  }

  @Override
  public List<Agent> agents(WorkspaceId workspace) {
    return rosters.agents(workspace);
  }

  @Override
  public List<ChannelId> subscriptions(WorkspaceId workspace, AgentId agent) {
    return rosters.subscriptions(workspace, agent);
  }
}
