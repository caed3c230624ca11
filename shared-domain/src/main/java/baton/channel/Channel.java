package baton.channel;

import baton.id.ChannelId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One account at a provider by which customers reach a workspace.
///
/// @param account what the provider calls it (a phone number id, a bot's user name); empty where it has no name
/// @param team whose queue its conversations enter
/// @param signing the secrets that its webhooks may be signed with: none means that every webhook is rejected, two are
///     valid during a rotation
/// @param verifyToken what the provider repeats in its handshake, where it has one
/// @param sendToken what we show the provider when we send; empty: nothing can be sent
/// @param salt of the workspace: 32 hex digits that make ids of people unguessable
public record Channel(
    ChannelId id,
    WorkspaceId workspace,
    ChannelKind kind,
    String name,
    String account,
    Optional<TeamId> team,
    List<Secret> signing,
    String verifyToken,
    String sendToken,
    String salt) {

  /// A secret and, while it is being replaced, the moment after which it counts no more.
  public record Secret(String value, Optional<Instant> expiresAt) {
    /// Whether it counts at that moment; a blank one never does.
    public boolean validAt(Instant now) {
      return !value.isBlank() && expiresAt.map(now::isBefore).orElse(true);
    }

    @Override
    public String toString() {
      return "Secret[…]";
    }
  }

  /// The secrets that count at that moment.
  public List<String> secretsAt(Instant now) {
    return signing.stream().filter(secret -> secret.validAt(now)).map(Secret::value).toList();
  }

  @Override
  public String toString() {
    return "Channel[" + id + ", " + kind.word() + "]";
  }
}
