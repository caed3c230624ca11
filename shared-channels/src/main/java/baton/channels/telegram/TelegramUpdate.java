package baton.channels.telegram;

import baton.channel.Inbound;
import baton.channel.Inbound.Remark;
import baton.channel.Peer;
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

  static List<Inbound> read(Part update) {
    List<Inbound> found =
        update.names().stream()
            .filter(name -> !name.equals("update_id"))
            .flatMap(name -> Isolated.items(BOT, () -> read(name, update)).stream())
            .toList();
    return found.isEmpty() ? List.of(ignored("The update holds nothing.")) : found;
  }

  private static List<Inbound> read(String name, Part update) {
    Part part = update.at(name);
    return switch (name) {
      case "message", "business_message" -> List.of(TelegramMessage.read(part));
      case "edited_message", "edited_business_message" -> List.of(TelegramMessage.edit(part, number(update)));
      case "deleted_business_messages" -> deleted(part);
      case "callback_query" -> List.of(TelegramButton.read(part));
      case "message_reaction" -> List.of(reaction(part, number(update)));
      case "my_chat_member" -> List.of(membership(part, number(update)));
      default -> List.of(ignored("Telegram tells of '" + Labels.clean(name).orElse("") + "', which is no message."));
    };
  }

  // The same on every redelivery, so it makes an id for what has none of its own.
  private static long number(Part update) {
    return update.requireNumber("update_id");
  }

  private static List<Inbound> deleted(Part part) {
    Chat chat = Chat.of(part);
    Peer peer = TelegramPeople.chat(chat, part.at("chat"));
    return part.list("message_ids").stream()
        .flatMap(id -> Isolated.item(BOT, () -> deleted(chat, peer, id)).stream())
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
