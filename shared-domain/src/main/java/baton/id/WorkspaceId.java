package baton.id;

/// Names one workspace.
public record WorkspaceId(String value) {
  public WorkspaceId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
