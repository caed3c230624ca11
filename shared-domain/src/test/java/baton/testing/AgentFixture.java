package baton.testing;

import baton.access.Role;
import baton.agent.Account;
import baton.agent.Agent;
import baton.agent.Availability;
import baton.id.AgentId;
import baton.id.TeamId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// An agent who reads as data: `online("ana").in("support").with(4).of(5)`.
public record AgentFixture(Agent agent) {

  public AgentId id() {
    return agent.id();
  }

  public AgentFixture in(String... teams) {
    Set<TeamId> all = Arrays.stream(teams).map(TeamId::new).collect(Collectors.toSet());
    return new AgentFixture(new Agent(
        agent.id(), agent.workspace(), agent.name(), agent.email(), agent.account(), agent.roles(), all,
        agent.availability(), agent.capacity(), agent.open()));
  }

  /// Holding so many open conversations.
  public AgentFixture with(int open) {
    return new AgentFixture(new Agent(
        agent.id(), agent.workspace(), agent.name(), agent.email(), agent.account(), agent.roles(), agent.teams(),
        agent.availability(), agent.capacity(), open));
  }

  /// Wanting so many at most.
  public AgentFixture of(int capacity) {
    return new AgentFixture(new Agent(
        agent.id(), agent.workspace(), agent.name(), agent.email(), agent.account(), agent.roles(), agent.teams(),
        agent.availability(), capacity, agent.open()));
  }

  public AgentFixture as(Role... roles) {
    return new AgentFixture(new Agent(
        agent.id(), agent.workspace(), agent.name(), agent.email(), agent.account(), Set.of(roles), agent.teams(),
        agent.availability(), agent.capacity(), agent.open()));
  }

  public AgentFixture account(Account account) {
    return new AgentFixture(new Agent(
        agent.id(), agent.workspace(), agent.name(), agent.email(), account, agent.roles(), agent.teams(),
        agent.availability(), agent.capacity(), agent.open()));
  }

  public AgentFixture declaring(Availability availability) {
    return new AgentFixture(agent.with(availability));
  }
}
