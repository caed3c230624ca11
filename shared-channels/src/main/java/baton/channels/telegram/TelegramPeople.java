package baton.channels.telegram;

import baton.channel.Peer;
import baton.channels.wire.Labels;
import baton.channels.wire.Part;
import java.util.Optional;

/// Who writes, and where. The peer is the chat, which with a person has the person's number. It never has a phone: a
/// number that somebody shares is no address that a bot can write to.
final class TelegramPeople {
  private TelegramPeople() {}

  /// Whether several people may write in it.
  static boolean group(Part chat) {
    return !chat.word("type").equals("private");
  }

  /// The chat as the other end of a conversation.
  static Peer chat(Chat chat, Part part) {
    return new Peer(chat.address(), Optional.empty(), name(part));
  }

  /// Who wrote it in a group: a person, or a chat on whose behalf somebody writes.
  static Optional<Peer> author(Part message) {
    Part sender = message.has("sender_chat") ? message.at("sender_chat") : message.at("from");
    return sender.integer("id").map(id -> new Peer(String.valueOf(id), Optional.empty(), name(sender)));
  }

  private static Optional<String> name(Part part) {
    String both = part.label("first_name").orElse("") + " " + part.label("last_name").orElse("");
    return part.label("title").or(() -> Labels.clean(both)).or(() -> part.label("username"));
  }
}
