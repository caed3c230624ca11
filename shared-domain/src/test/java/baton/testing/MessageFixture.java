package baton.testing;

import baton.channel.Channel;
import baton.channel.Inbound;
import baton.channel.Peer;
import baton.conversation.IncomingMessage;
import baton.message.Content;
import baton.message.MessageKey;
import java.time.Instant;
import java.util.Optional;

/// A customer's message that reads as data: `message("hello").at(NOW).from(KIM).on(whatsapp())`.
public record MessageFixture(Channel channel, Peer peer, String text, String providerId, Instant sentAt, Instant receivedAt) {

  public MessageFixture on(Channel other) {
    return new MessageFixture(other, peer, text, providerId, sentAt, receivedAt);
  }

  public MessageFixture from(Peer other) {
    return new MessageFixture(channel, other, text, providerId, sentAt, receivedAt);
  }

  public MessageFixture id(String other) {
    return new MessageFixture(channel, peer, text, other, sentAt, receivedAt);
  }

  /// Sent and received at that moment.
  public MessageFixture at(Instant moment) {
    return new MessageFixture(channel, peer, text, providerId, moment, moment);
  }

  /// Sent at that moment by the provider's clock, whenever it was received.
  public MessageFixture sent(Instant moment) {
    return new MessageFixture(channel, peer, text, providerId, moment, receivedAt);
  }

  /// Received at that moment, whenever it was sent.
  public MessageFixture received(Instant moment) {
    return new MessageFixture(channel, peer, text, providerId, sentAt, moment);
  }

  public MessageKey key() {
    return MessageKey.incoming(sentAt, providerId);
  }

  public IncomingMessage message() {
    return IncomingMessage.of(channel, inbound(), key(), receivedAt);
  }

  public Inbound.Message inbound() {
    return new Inbound.Message(
        Optional.of(channel.account()), providerId, Optional.of(sentAt), peer, Optional.empty(), Content.text(text),
        Optional.empty());
  }
}
