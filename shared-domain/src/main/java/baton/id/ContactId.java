package baton.id;

/// Names one contact.
public record ContactId(String value) {
  public ContactId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
