package baton.conversation;

import baton.channel.Channel;
import baton.channel.Inbound;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.message.MessageKey;
import java.time.Instant;
import java.util.Optional;

/// Where customers' messages are kept. Every write may be repeated: the same message is the same item.
public interface IncomingMessages {

  /// Keeps the message and tells its open conversation of it. Acknowledge the webhook only after this has returned.
  Appended append(IncomingMessage message);

  /// The key of a message whose provider gives no clock to trust: the one chosen when it first came. From then on
  /// [#conversationOf] knows it.
  MessageKey keyOf(Channel channel, String providerId, ConversationId conversation, MessageKey proposed);

  /// Where a message stands whose key was chosen by [#keyOf].
  Optional<ConversationId> conversationOf(Channel channel, String providerId);

  /// Keeps a remark on that timeline.
  void append(Channel channel, ConversationId conversation, Inbound.Remark remark, MessageKey key, Instant receivedAt);

  /// Keeps an authentic body, or a part of one, that nothing can be done with, for people to look at. The same thing
  /// within an hour is the same entry.
  ///
  /// @param raw as it came; empty where it is none of this channel's business
  void quarantine(Channel channel, String why, String raw, Instant receivedAt);

  /// What became of a message.
  sealed interface Appended {
    /// In its open conversation.
    ///
    /// @param contact whose conversation it is
    /// @param contactName as it shows them
    record Stored(ContactId contact, String contactName) implements Appended {}

    /// It was there already.
    record Repeated() implements Appended {}

    /// Behind a newer one; it is unread all the same.
    record Late() implements Appended {}

    /// For the folder Blocked; nobody is told.
    record Hidden() implements Appended {}

    /// Kept, but no open conversation took it: one must be opened or reopened.
    record NotOpen() implements Appended {}
  }
}
