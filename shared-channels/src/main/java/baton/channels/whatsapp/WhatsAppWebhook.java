package baton.channels.whatsapp;

import baton.channel.Inbound;
import baton.channels.Piece;
import baton.channels.wire.Isolated;
import baton.channels.wire.Labels;
import baton.channels.wire.Part;
import baton.message.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a WhatsApp webhook's body says: entries (business accounts) of changes (of one phone number) of up to a
/// thousand messages and statuses.
final class WhatsAppWebhook {
  private WhatsAppWebhook() {}

  static List<Piece> read(Part body) {
    if (!body.word("object").equals("whatsapp_business_account")) {
      return List.of(new Piece(ignored(Optional.empty(), "The body is about no WhatsApp business account."), body));
    }
    List<Piece> found = new ArrayList<>();
    for (Part entry : body.list("entry")) {
      for (Part change : entry.list("changes")) {
        found.addAll(Isolated.pieces(Optional.empty(), change, () -> change(change)));
      }
    }
    return found.isEmpty()
        ? List.of(new Piece(ignored(Optional.empty(), "The body holds no change."), body))
        : List.copyOf(found);
  }

  private static List<Piece> change(Part change) {
    Part value = change.at("value");
    Optional<String> account = value.at("metadata").id("phone_number_id");
    String field = change.word("field");
    if (!field.equals("messages") && !field.equals("smb_message_echoes")) {
      return List.of(new Piece(ignored(account, "WhatsApp tells of " + word(field) + ", which is no message."), change));
    }
    if (account.isEmpty()) {
      // One Meta app serves all tenants: without the number nobody knows whose message it is.
      return List.of(new Piece(
          new Inbound.Unusable(account, "malformed", "The change names no phone number of ours."), change));
    }
    List<Piece> found = pieces(account, value);
    return found.isEmpty()
        ? List.of(new Piece(ignored(account, "The change holds neither messages nor statuses."), change))
        : found;
  }

  private static List<Piece> pieces(Optional<String> account, Part value) {
    People people = People.of(value.list("contacts"));
    List<Piece> found = new ArrayList<>();
    value.list("messages").forEach(message ->
        found.add(Isolated.piece(account, message, () -> WhatsAppMessage.read(account, message, people))));
    value.list("message_echoes").forEach(echo ->
        found.add(Isolated.piece(account, echo, () -> WhatsAppMessage.echo(account, echo, people))));
    value.list("statuses").forEach(status ->
        found.add(Isolated.piece(account, status, () -> status(account, status))));
    value.list("errors").forEach(error -> found.add(new Piece(
        new Inbound.Unusable(account, "error:account", "WhatsApp reports " + reason(error) + "."), error)));
    return found;
  }

  private static Inbound status(Optional<String> account, Part status) {
    String id = status.requireId("id");
    Optional<Delivery> delivery =
        switch (status.word("status")) {
          case "sent" -> Optional.of(Delivery.of(Delivery.Status.SENT));
          case "delivered" -> Optional.of(Delivery.of(Delivery.Status.DELIVERED));
          case "read" -> Optional.of(Delivery.of(Delivery.Status.READ));
          case "played" -> Optional.of(Delivery.of(Delivery.Status.PLAYED));
          case "failed" -> Optional.of(
              status.list("errors").stream().findFirst().map(WhatsAppWebhook::failed)
                  .orElse(Delivery.failed("no reason given")));
          default -> Optional.empty();
        };
    return delivery
        .<Inbound>map(known ->
            new Inbound.Receipt(account, id, known, status.seconds("timestamp"), status.id("biz_opaque_callback_data")))
        .orElseGet(() -> ignored(account, "A status says " + word(status.word("status")) + "."));
  }

  // What we do not know is permanent: the message has failed, and nobody is promised that another one succeeds.
  private static Delivery failed(Part error) {
    boolean passes = WhatsAppFailure.codeOf(error).flatMap(WhatsAppFailure::of)
        .filter(WhatsAppFailure.RETRY::equals).isPresent();
    return passes ? Delivery.failedForNow(reason(error)) : Delivery.failed(reason(error));
  }

  /// The code and the words of an error: `131047: Re-engagement message`.
  private static String reason(Part error) {
    String title = error.label("title").or(() -> error.label("message")).orElse("unknown error");
    return error.integer("code").map(code -> code + ": ").orElse("") + title;
  }

  private static Inbound ignored(Optional<String> account, String why) {
    return new Inbound.Unusable(account, "ignored", why);
  }

  private static String word(String theirs) {
    return "'" + Labels.clean(theirs).orElse("") + "'";
  }
}
