package baton.channels.telegram;

import baton.channel.Inbound;
import baton.channel.Inbound.Remark;
import baton.channel.Peer;
import baton.channels.Piece;
import baton.channels.wire.Isolated;
import baton.channels.wire.Labels;
import baton.channels.wire.Malformed;
import baton.channels.wire.Part;
import baton.message.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What one update of a Telegram bot says: mostly one thing, under a key that names its kind.
final class TelegramUpdate {
  private static final Optional<String> BOT = Optional.empty();

  private TelegramUpdate() {}

  static List<Piece> read(Part update) {
    List<Piece> found =
        update.names().stream()
            .filter(name -> !name.equals("update_id"))
            .flatMap(name -> pieces(name, update).stream())
            .toList();
    return found.isEmpty() ? List.of(new Piece(ignored("The update holds nothing."), update)) : found;
  }

  private static List<Piece> pieces(String name, Part update) {
    return name.equals("deleted_business_messages")
        ? Isolated.pieces(BOT, update, () -> deleted(update.at(name)))
        : List.of(Isolated.piece(BOT, update, () -> read(name, update)));
  }

  private static Inbound read(String name, Part update) {
    Part part = update.at(name);
    return switch (name) {
      case "message", "business_message" -> TelegramMessage.read(part);
      case "edited_message", "edited_business_message" -> TelegramMessage.edit(part, number(update));
      case "callback_query" -> TelegramButton.read(part);
      case "message_reaction" -> reaction(part, number(update));
      case "my_chat_member" -> membership(part, number(update));
      default -> ignored("Telegram tells of '" + Labels.clean(name).orElse("") + "', which is no message.");
    };
  }

  // The same on every redelivery, so it makes an id for what has none of its own.
  private static long number(Part update) {
    return update.requireNumber("update_id");
  }

  private static List<Piece> deleted(Part part) {
    Chat chat = Chat.of(part);
    Peer peer = TelegramPeople.chat(chat, part.at("chat"));
    return part.list("message_ids").stream()
        .map(id -> Isolated.piece(BOT, id, () -> deleted(chat, peer, id)))
        .toList();
  }

  private static Inbound deleted(Chat chat, Peer peer, Part id) {
    String target =
        id.integer().map(chat::message).orElseThrow(() -> new Malformed("A deleted message has no number."));
    return new Remark(
        BOT, target + ":delete", Optional.empty(), Optional.of(peer), "delete", Optional.of(target), Content.text(""));
  }

  private static Inbound reaction(Part part, long update) {
    Chat chat = Chat.of(part);
    String target = chat.message(part.requireNumber("message_id"));
    List<Part> now = part.list("new_reaction");
    // A reaction that is not an emoji is a picture with a number, or a paid star.
    String emoji =
        now.stream().map(reaction -> reaction.text("emoji").orElse("")).filter(one -> !one.isEmpty())
            .collect(Collectors.joining(" "));
    return new Remark(
        BOT,
        target + ":reaction:" + update,
        part.seconds("date"),
        Optional.of(TelegramPeople.chat(chat, part.at("chat"))),
        now.isEmpty() ? "reaction:remove" : "reaction:add",
        Optional.of(target),
        Content.text(emoji));
  }

  private static Inbound membership(Part part, long update) {
    Chat chat = Chat.of(part);
    boolean gone =
        switch (part.at("new_chat_member").word("status")) {
          case "kicked", "left" -> true;
          case "member", "administrator", "creator", "restricted" -> false;
          default -> throw new Malformed("'new_chat_member' has no status that we know.");
        };
    boolean group = TelegramPeople.group(part.at("chat"));
    String kind = group ? (gone ? "bot_removed" : "bot_added") : (gone ? "blocked" : "unblocked");
    return new Remark(
        BOT,
        chat.address() + ":member:" + update,
        part.seconds("date"),
        Optional.of(TelegramPeople.chat(chat, part.at("chat"))),
        "system:" + kind,
        Optional.empty(),
        Content.text(""));
  }

  private static Inbound ignored(String why) {
    return new Inbound.Unusable(BOT, "ignored", why);
  }
}
