package baton.channels.whatsapp;

import baton.channels.wire.Attachments;
import baton.channels.wire.Malformed;
import baton.channels.wire.Part;
import baton.message.Content;
import baton.message.Content.Attachment;
import baton.message.Content.Kind;
import baton.message.Content.Trait;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a WhatsApp message says. Media are kept by their id: the address that may come with it needs our token and is
/// dead after five minutes.
final class WhatsAppContent {
  private WhatsAppContent() {}

  /// The content; unsupported where the type is unknown or its content cannot be read.
  static Content of(Part message, boolean group) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (group) {
      traits.add(Trait.GROUP);
    }
    Part context = message.at("context");
    if (context.flag("forwarded") || context.flag("frequently_forwarded")) {
      traits.add(Trait.FORWARDED);
    }
    try {
      return read(message, traits);
    } catch (Malformed _) {
      return new Content(Kind.UNSUPPORTED, traits, "", List.of());
    }
  }

  private static Content read(Part message, Set<Trait> traits) {
    String type = message.word("type");
    Part part = message.at(type);
    // A tap on a button names the message with the button: that is no quotation.
    if (message.at("context").id("id").isPresent() && !type.equals("interactive") && !type.equals("button")) {
      traits.add(Trait.REPLY);
    }
    return switch (type) {
      case "text" -> new Content(Kind.TEXT, traits, part.requireText("body"), referral(message));
      case "image" -> media(Kind.IMAGE, part, traits);
      case "video" -> media(Kind.VIDEO, part, traits);
      case "sticker" -> media(Kind.STICKER, part, traits);
      case "document" -> media(Kind.DOCUMENT, part, traits);
      case "audio" -> audio(part, traits);
      case "location" -> location(part, traits);
      case "contacts" -> contacts(message.list("contacts"), traits);
      case "interactive" -> interactive(part, traits);
      case "button" -> button(part, traits);
      case "order" -> order(part, traits);
      default -> new Content(Kind.UNSUPPORTED, traits, "", List.of());
    };
  }

  private static Content media(Kind kind, Part part, Set<Trait> traits) {
    Attachment file =
        Attachments.of(
            part.text("mime_type").orElse(""), part.requireId("id"), part.label("filename").orElse(""));
    return new Content(kind, traits, part.text("caption").orElse(""), List.of(file));
  }

  private static Content audio(Part part, Set<Trait> traits) {
    if (part.flag("voice")) {
      traits.add(Trait.VOICE);
    }
    return media(Kind.AUDIO, part, traits);
  }

  private static Content location(Part part, Set<Trait> traits) {
    String name = part.label("name").or(() -> part.label("address")).orElse("");
    Attachment place = Attachments.place(part.requireDouble("latitude"), part.requireDouble("longitude"), name);
    return new Content(Kind.LOCATION, traits, part.text("address").orElse(""), List.of(place));
  }

  // What is on a card is content, never the sender's own number.
  private static Content contacts(List<Part> cards, Set<Trait> traits) {
    return new Content(Kind.CONTACTS, traits, "", Attachments.list(cards, card -> {
      String phone = card.list("phones").stream().findFirst().flatMap(first -> first.label("phone")).orElse("");
      return Attachments.of("contact", phone, card.at("name").label("formatted_name").orElse(""));
    }));
  }

  private static Content interactive(Part part, Set<Trait> traits) {
    String type = part.word("type");
    Part reply = part.at(type);
    return switch (type) {
      case "button_reply" -> choice(Trait.BUTTON_REPLY, reply, traits);
      case "list_reply" -> choice(Trait.LIST_REPLY, reply, traits);
      // A filled-in form: the answers are JSON in a text, and the agent has to see them.
      case "nfm_reply" -> new Content(Kind.INTERACTIVE, traits, form(reply), List.of());
      default -> throw new Malformed("An interactive answer of a kind that we do not know.");
    };
  }

  private static String form(Part reply) {
    return List.of(reply.text("body"), reply.text("response_json")).stream()
        .flatMap(text -> text.stream())
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static Content choice(Trait trait, Part reply, Set<Trait> traits) {
    traits.add(trait);
    String title = reply.requireText("title");
    Attachment chosen = Attachments.of("choice", reply.text("id").orElse(""), title);
    return new Content(Kind.INTERACTIVE, traits, title, List.of(chosen));
  }

  private static Content button(Part part, Set<Trait> traits) {
    String title = part.requireText("text");
    Attachment chosen = Attachments.of("choice", part.text("payload").orElse(""), title);
    return new Content(Kind.BUTTON, traits, title, List.of(chosen));
  }

  private static Content order(Part part, Set<Trait> traits) {
    return new Content(Kind.ORDER, traits, part.text("text").orElse(""),
        Attachments.list(part.list("product_items"), item -> {
          String product = item.text("product_retailer_id").orElse("");
          String price = item.json().path("item_price").asText("?") + " " + item.label("currency").orElse("");
          return Attachments.of(
              "product", product, item.json().path("quantity").asText("?") + " × " + product + " at " + price.strip());
        }));
  }

  private static List<Attachment> referral(Part message) {
    Part referral = message.at("referral");
    return referral.isObject()
        ? List.of(Attachments.of(
            "referral", referral.text("source_url").orElse(""), referral.label("headline").orElse("")))
        : List.of();
  }
}
