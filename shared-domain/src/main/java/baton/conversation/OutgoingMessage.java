package baton.conversation;

import baton.channel.ChannelKind;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ConversationId;
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
    Instant writtenAt) {}
