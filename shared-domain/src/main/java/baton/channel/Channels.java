package baton.channel;

import baton.id.ChannelId;
import java.util.Optional;

/// Where channels are looked up.
public interface Channels {
  /// The channel of that id, as it was at most half a minute ago.
  Optional<Channel> find(ChannelId id);
}
