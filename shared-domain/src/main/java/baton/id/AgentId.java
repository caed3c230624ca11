package baton.id;

/// Names one agent.
public record AgentId(String value) {
  public AgentId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
