package baton.channels.telegram;

import baton.channels.wire.Attachments;
import baton.channels.wire.Labels;
import baton.channels.wire.Malformed;
import baton.channels.wire.Part;
import baton.message.Content;
import baton.message.Content.Attachment;
import baton.message.Content.Kind;
import baton.message.Content.Trait;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a message of Telegram says. Files are kept by their id: the address of a file would hold the bot's token.
final class TelegramContent {
  private TelegramContent() {}

  /// The content; unsupported where there is none that we know, or it cannot be read.
  static Content of(Part message) {
    Set<Trait> traits = traits(message);
    try {
      return read(message, traits);
    } catch (Malformed _) {
      return new Content(Kind.UNSUPPORTED, traits, "", List.of());
    }
  }

  /// Whether it quotes another message. In a forum every message "replies" to the one that opened the topic.
  static boolean quotes(Part message) {
    Part above = message.at("reply_to_message");
    return above.isObject() && !above.has("forum_topic_created");
  }

  private static Set<Trait> traits(Part message) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (TelegramPeople.group(message.at("chat"))) {
      traits.add(Trait.GROUP);
    }
    if (message.has("media_group_id")) {
      traits.add(Trait.ALBUM);
    }
    if (quotes(message) || message.has("external_reply") || message.has("reply_to_story")) {
      traits.add(Trait.REPLY);
    }
    if (message.has("forward_origin") || message.has("forward_date")) {
      traits.add(Trait.FORWARDED);
    }
    return traits;
  }

  // The order matters: an animation comes as a document too, a venue as a location too.
  private static Content read(Part message, Set<Trait> traits) {
    if (message.has("text")) {
      return text(message, traits);
    }
    if (message.has("animation")) {
      return file(Kind.VIDEO, message, message.at("animation"), "video/mp4", traits);
    }
    if (message.has("photo")) {
      return file(Kind.IMAGE, message, largest(message.list("photo")), "image/jpeg", traits);
    }
    if (message.has("video")) {
      return file(Kind.VIDEO, message, message.at("video"), "video/mp4", traits);
    }
    if (message.has("video_note")) {
      return file(Kind.VIDEO, message, message.at("video_note"), "video/mp4", traits);
    }
    if (message.has("voice")) {
      traits.add(Trait.VOICE);
      return file(Kind.AUDIO, message, message.at("voice"), "audio/ogg", traits);
    }
    if (message.has("audio")) {
      return file(Kind.AUDIO, message, message.at("audio"), "audio/mpeg", traits);
    }
    if (message.has("document")) {
      return file(Kind.DOCUMENT, message, message.at("document"), "application/octet-stream", traits);
    }
    return thing(message, traits);
  }

  private static Content thing(Part message, Set<Trait> traits) {
    if (message.has("sticker")) {
      return sticker(message.at("sticker"), traits);
    }
    if (message.has("venue")) {
      Part venue = message.at("venue");
      return place(venue.at("location"), venue.label("title").orElse(""), venue.text("address").orElse(""), traits);
    }
    if (message.has("location")) {
      return place(message.at("location"), "", "", traits);
    }
    if (message.has("contact")) {
      Part contact = message.at("contact");
      String name = contact.label("first_name").orElse("") + " " + contact.label("last_name").orElse("");
      Attachment card =
          Attachments.of("contact", contact.label("phone_number").orElse(""), Labels.clean(name).orElse(""));
      return new Content(Kind.CONTACT, traits, "", List.of(card));
    }
    // A poll, a die, what a web app sends: the agent is told that something came, and its words where it has any.
    String words = message.text("caption").or(() -> message.at("poll").text("question"))
        .or(() -> message.at("dice").text("emoji")).or(() -> message.at("web_app_data").text("data")).orElse("");
    return new Content(Kind.UNSUPPORTED, traits, words, List.of());
  }

  private static Content text(Part message, Set<Trait> traits) {
    boolean command =
        message.list("entities").stream()
            .filter(entity -> entity.word("type").equals("bot_command"))
            .anyMatch(entity -> entity.integer("offset").equals(Optional.of(0L)));
    if (command) {
      traits.add(Trait.COMMAND);
    }
    return new Content(Kind.TEXT, traits, message.requireText("text"), List.of());
  }

  private static Content file(Kind kind, Part message, Part file, String usually, Set<Trait> traits) {
    Attachment attachment =
        Attachments.of(
            file.text("mime_type").orElse(usually), file.requireId("file_id"), file.label("file_name").orElse(""));
    return new Content(kind, traits, message.text("caption").orElse(""), List.of(attachment));
  }

  // One picture in several sizes.
  private static Part largest(List<Part> sizes) {
    return sizes.stream()
        .max(Comparator.comparingLong(size -> size.integer("width").orElse(0L) * size.integer("height").orElse(0L)))
        .orElseThrow(() -> new Malformed("A photo without any size."));
  }

  private static Content sticker(Part sticker, Set<Trait> traits) {
    String still = sticker.flag("is_animated") ? "application/x-tgsticker" : "image/webp";
    String type = sticker.flag("is_video") ? "video/webm" : still;
    Attachment picture = Attachments.of(type, sticker.requireId("file_id"), sticker.label("set_name").orElse(""));
    return new Content(Kind.STICKER, traits, sticker.text("emoji").orElse(""), List.of(picture));
  }

  private static Content place(Part where, String title, String address, Set<Trait> traits) {
    Attachment place = Attachments.place(where.requireDouble("latitude"), where.requireDouble("longitude"), title);
    return new Content(Kind.LOCATION, traits, address, List.of(place));
  }
}
