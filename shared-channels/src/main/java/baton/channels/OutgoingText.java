package baton.channels;

import java.util.Optional;

/// A text that an agent sends.
///
/// @param address where to: [baton.channel.Peer#address()]
/// @param replyTo the provider's id of the message that it quotes
/// @param ourId names it for us; a provider that can repeat it in its receipts is given it
public record OutgoingText(String address, String text, Optional<String> replyTo, String ourId) {}
