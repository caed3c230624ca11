package baton.channels.whatsapp;

import baton.channel.Inbound;
import baton.channel.Peer;
import baton.channels.wire.Part;
import baton.message.Content;
import baton.message.Content.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One item of `messages`: mostly what a customer wrote, but edits, reactions and words of WhatsApp come the same way.
///
/// @param peer the sender, or the group that the sender wrote in
/// @param author the sender, in a group
record WhatsAppMessage(
    Optional<String> account, String id, Optional<Instant> sentAt, Peer peer, Optional<Peer> author, Part part) {

  static Inbound read(Optional<String> account, Part part, People people) {
    Peer sender = people.person(part, "from", "from_user_id");
    Optional<Peer> group = part.id("group_id").map(id -> new Peer(id, Optional.empty(), Optional.empty()));
    WhatsAppMessage message =
        new WhatsAppMessage(
            account,
            part.requireId("id"),
            part.seconds("timestamp"),
            group.orElse(sender),
            group.map(_ -> sender),
            part);
    return switch (part.word("type")) {
      case "reaction" -> message.reaction();
      case "edit" -> message.edit();
      case "revoke" -> message.revoke();
      case "system" -> message.system();
      default -> message.written();
    };
  }

  /// What the business itself wrote on its phone, outside of us.
  static Inbound echo(Optional<String> account, Part part, People people) {
    Peer customer = people.person(part, "to", "to_user_id");
    Content content = WhatsAppContent.of(part, false);
    return new Inbound.Remark(
        account,
        part.requireId("id"),
        part.seconds("timestamp"),
        Optional.of(customer),
        "echo:" + content.word(),
        Optional.empty(),
        content);
  }

  private Inbound written() {
    return new Inbound.Message(
        account,
        id,
        sentAt,
        peer,
        author,
        WhatsAppContent.of(part, author.isPresent()),
        part.at("context").id("id"));
  }

  // Removed is an emoji that is absent, null or empty.
  private Inbound reaction() {
    Part reaction = part.at("reaction");
    String emoji = reaction.text("emoji").orElse("");
    return remark(
        emoji.isEmpty() ? "reaction:remove" : "reaction:add",
        Optional.of(reaction.requireId("message_id")),
        Content.text(emoji));
  }

  private Inbound edit() {
    Part edit = part.at("edit");
    return remark(
        "edit",
        Optional.of(edit.requireId("original_message_id")),
        WhatsAppContent.of(edit.at("message"), author.isPresent()));
  }

  private Inbound revoke() {
    return remark("delete", Optional.of(part.at("revoke").requireId("original_message_id")), Content.text(""));
  }

  private Inbound system() {
    Part system = part.at("system");
    String kind =
        switch (system.word("type")) {
          // Older payloads name the new number and the type differently.
          case "user_changed_number", "customer_changed_number" -> "system:number_changed";
          case "user_changed_user_id" -> "system:user_id_changed";
          case "customer_identity_changed" -> "system:identity_changed";
          default -> "system:other";
        };
    List<Attachment> now =
        system.id("wa_id").or(() -> system.id("new_wa_id")).flatMap(People::phone)
            .map(phone -> List.of(new Attachment("phone", phone, "new number")))
            .orElse(List.of());
    String words = system.text("body").orElse("");
    return remark(kind, Optional.empty(), new Content(Content.Kind.TEXT, Set.of(), words, now));
  }

  private Inbound remark(String kind, Optional<String> target, Content content) {
    return new Inbound.Remark(account, id, sentAt, Optional.of(peer), kind, target, content);
  }
}
