package baton.conversation;

import baton.channel.ChannelKind;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ConversationId;
import baton.id.Ids;
import baton.id.WorkspaceId;
import baton.message.MessageKey;
import java.time.Instant;
import java.util.Optional;

/// An agent's reply on its way to the customer. It carries all that sending needs.
///
/// @param address where it is sent
/// @param quotes the message it answers, as the provider calls it
public record OutgoingMessage(
    WorkspaceId workspace,
    ConversationId conversation,
    ChannelId channel,
    ChannelKind channelKind,
    MessageKey key,
    String address,
    AgentId author,
    String text,
    Optional<String> quotes,
    Instant writtenAt) {

  /// The same to another address.
  public OutgoingMessage to(String newAddress) {
    return new OutgoingMessage(
        workspace, conversation, channel, channelKind, key, newAddress, author, text, quotes, writtenAt);
  }

  /// Its name in our own words: what a provider that can do so repeats in its receipts.
  public Name name() {
    return new Name(conversation, key);
  }

  /// Which message, in its workspace.
  public record Name(ConversationId conversation, MessageKey key) {
    /// The name of that text, or none: a receipt may carry somebody else's words.
    public static Optional<Name> parse(String text) {
      int cut = text.indexOf('.');
      return cut < 1 || !Ids.wellFormed(text.substring(0, cut))
          ? Optional.empty()
          : MessageKey.parse(text.substring(cut + 1)).map(key -> new Name(new ConversationId(text.substring(0, cut)), key));
    }

    @Override
    public String toString() {
      return conversation + "." + key;
    }
  }
}
