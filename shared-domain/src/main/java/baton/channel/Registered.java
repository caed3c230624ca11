package baton.channel;

import baton.id.TeamId;
import java.util.List;
import java.util.Optional;

/// A channel as administrators keep it. A removed one stays, without its secrets, because its conversations do: its
/// webhooks are rejected as unsigned, and nothing can be sent by it.
///
/// @param stopped when its provider last took nothing more by it, since its particulars were changed
public record Registered(Channel channel, boolean removed, Optional<Stopped> stopped) {
  /// One that is not known to be stopped.
  public Registered(Channel channel, boolean removed) {
    this(channel, removed, Optional.empty());
  }

  /// The same channel, removed.
  public Registered remove() {
    return new Registered(
        new Channel(
            channel.id(), channel.workspace(), channel.kind(), channel.name(), channel.account(), channel.team(),
            List.of(), "", "", channel.salt()),
        true);
  }

  /// The same channel with those valid signing secrets.
  public Registered signedWith(List<Channel.Secret> secrets) {
    return new Registered(
        new Channel(
            channel.id(), channel.workspace(), channel.kind(), channel.name(), channel.account(), channel.team(),
            secrets, channel.verifyToken(), channel.sendToken(), channel.salt()),
        removed, stopped);
  }

  /// The same channel with other particulars.
  public Registered with(
      String name, String account, Optional<TeamId> team, String verifyToken, String sendToken) {
    return new Registered(
        new Channel(
            channel.id(), channel.workspace(), channel.kind(), name, account, team, channel.signing(), verifyToken,
            sendToken, channel.salt()),
        removed);
  }
}
