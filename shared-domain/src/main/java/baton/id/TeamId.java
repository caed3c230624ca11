package baton.id;

/// Names one team.
public record TeamId(String value) {
  public TeamId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
