package baton.id;

/// Names one conversation.
public record ConversationId(String value) {
  public ConversationId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
