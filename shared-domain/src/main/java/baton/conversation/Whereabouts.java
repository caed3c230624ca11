package baton.conversation;

import baton.channel.Channel;
import baton.channel.Identity;
import baton.channel.Peer;
import baton.contact.Contact;
import baton.conversation.Conversations.Loaded;
import baton.conversation.Conversations.Wanted;
import baton.id.ContactId;
import baton.id.ConversationId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the conversation of somebody of whom a channel says only the number, though it was opened under an id of the
/// channel's own. The contact, who is known by the number, knows their conversations.
public final class Whereabouts {
  private final Conversations conversations;

  /// Around that port.
  public Whereabouts(Conversations conversations) {
    this.conversations = conversations;
  }

  /// Where something of that peer belongs: into the one of their own name, or else into the contact's on this channel.
  public ConversationId of(Channel channel, Peer peer) {
    var own = Identity.conversation(channel, peer);
    return isNumber(peer) ? among(channel, own, Identity.contact(channel, peer)) : own;
  }

  private static boolean isNumber(Peer peer) {
    return peer.phone().filter(phone -> phone.equals("+" + peer.id())).isPresent();
  }

  private ConversationId among(Channel channel, ConversationId own, ContactId contact) {
    var found = load(channel, Set.of(own), Set.of(contact));
    if (found.conversations().containsKey(own)) {
      return own;
    }
    var others = Optional.ofNullable(found.contacts().get(contact)).map(Contact::conversations).orElse(List.of());
    return others.isEmpty()
        ? own
        : load(channel, Set.copyOf(others), Set.of()).conversations().values().stream()
            .filter(conversation -> conversation.core().channel().equals(channel.id()))
            .map(Conversation::id)
            .findFirst()
            .orElse(own);
  }

  private Loaded load(Channel channel, Set<ConversationId> wanted, Set<ContactId> contacts) {
    return conversations.load(
        new Wanted(channel.workspace(), wanted, contacts, Set.of(), Set.of(), Optional.empty()));
  }
}
