package baton.id;

/// Names one channel.
public record ChannelId(String value) {
  public ChannelId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
