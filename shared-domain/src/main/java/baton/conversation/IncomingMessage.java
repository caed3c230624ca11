package baton.conversation;

import baton.channel.Channel;
import baton.channel.Identity;
import baton.channel.Inbound;
import baton.channel.Peer;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.message.Content;
import baton.message.MessageKey;
import baton.message.Text;
import java.time.Instant;
import java.util.Optional;

/// A customer's message on its way into their conversation.
///
/// @param key where it stands on the timeline, the same on every redelivery
/// @param author who wrote it, where the peer is a group chat
/// @param quotes the message it answers, as the provider calls it
/// @param receivedAt our clock
public record IncomingMessage(
    Channel channel,
    MessageKey key,
    Peer peer,
    Optional<Peer> author,
    Content content,
    String providerId,
    Optional<String> quotes,
    Instant receivedAt) {

  /// What the channel told us, placed on the timeline.
  public static IncomingMessage of(Channel channel, Inbound.Message message, MessageKey key, Instant receivedAt) {
    return new IncomingMessage(channel, key, message.peer(), message.author(), message.content(), message.providerId(),
        message.replyTo(), receivedAt);
  }

  /// The conversation it belongs to.
  public ConversationId conversation() {
    return Identity.conversation(channel, peer);
  }

  /// The contact it is from.
  public ContactId contact() {
    return Identity.contact(channel, peer);
  }

  /// What agents call the contact until somebody renames them.
  public String contactName() {
    return peer.name()
        .map(name -> Text.clip(Text.singleLine(Text.wellFormed(name)).strip(), 80))
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> Text.clip(Text.singleLine(peer.address()), 80));
  }
}
