package baton.channel;

import baton.id.ChannelId;
import java.util.Optional;

/// Where channels are looked up.
public interface Channels {
  /// The channel of that id, as it was at most half a minute ago.
  Optional<Channel> find(ChannelId id);

  /// Its provider takes nothing more: administrators see that until they change the channel.
  void stop(ChannelId id, Stopped stopped);
}
