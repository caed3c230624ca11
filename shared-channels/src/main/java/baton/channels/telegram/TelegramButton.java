package baton.channels.telegram;

import baton.channel.Inbound;
import baton.channel.Peer;
import baton.channels.wire.Attachments;
import baton.channels.wire.Part;
import baton.message.Content;
import baton.message.Content.Kind;
import baton.message.Content.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Somebody pressed a button under one of the bot's messages.
final class TelegramButton {
  private TelegramButton() {}

  static Inbound read(Part query) {
    Part under = query.at("message");
    Chat chat = Chat.of(under);
    boolean group = TelegramPeople.group(under.at("chat"));
    String data = query.text("data").or(() -> query.text("game_short_name")).orElse("");
    String label = label(under, data);
    Content content =
        new Content(
            Kind.BUTTON, group ? Set.of(Trait.GROUP) : Set.of(), label, List.of(Attachments.of("choice", data, label)));
    Optional<Peer> author = group ? TelegramPeople.author(query) : Optional.empty();
    // The date that comes along is of the message above the button, which may be a year old.
    return new Inbound.Message(
        Optional.empty(),
        "callback:" + query.requireId("id"),
        Optional.empty(),
        TelegramPeople.chat(chat, under.at("chat")),
        author,
        content,
        under.integer("message_id").map(chat::message));
  }

  /// What the button says; what it sends where that is not to be seen.
  private static String label(Part under, String data) {
    return under.at("reply_markup").list("inline_keyboard").stream()
        .flatMap(row -> row.items().stream())
        .filter(button -> button.text("callback_data").equals(Optional.of(data)))
        .flatMap(button -> button.text("text").stream())
        .findFirst()
        .orElse(data);
  }
}
