package baton.channels.webhook;

import baton.channel.Inbound;
import baton.channel.Peer;
import baton.channels.Piece;
import baton.channels.wire.Isolated;
import baton.channels.wire.Labels;
import baton.channels.wire.Part;
import baton.channels.wire.Proof;
import baton.message.Content;
import baton.message.Delivery;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Our own body for systems that have none: `{type, timestamp, data}`.
///
/// - `message.created`: `data` has `id`, `from {id, name?, phone?}`, `text`, and may have `conversation`,
///   `attachments [{url, content_type, name?}]`, `reply_to`. A person has one conversation, unless the sender names
///   `conversation`: then everything under that name is one thread, whoever writes, and each message says who wrote it.
///   Names of conversations and people should not be the same, as both name the peer.
/// - `message.updated`: `data` has the `id` of the message and its new `text` and `attachments`; `from` and
///   `conversation` may be left out.
/// - `message.status`: `data` has the `id` and a `status` (sent, delivered, read, played, failed); may have `error`.
final class WebhookEvent {
  private static final Optional<String> UNNAMED = Optional.empty();
  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{4,14}");

  private WebhookEvent() {}

  static List<Piece> read(Part event, String webhookId) {
    return List.of(Isolated.piece(UNNAMED, event, () ->
        switch (event.word("type")) {
          case "message.created" -> created(event);
          case "message.updated" -> updated(event, webhookId);
          case "message.status" -> status(event);
          case String other ->
              ignored("An event of type '" + Labels.clean(other).orElse("") + "', which is none of ours.");
        }));
  }

  private static Inbound created(Part event) {
    Part data = event.at("data");
    Peer person = person(data.at("from"));
    Optional<Peer> thread = thread(data, person);
    return new Inbound.Message(
        UNNAMED,
        data.requireId("id"),
        at(event),
        thread.orElse(person),
        thread.map(_ -> person),
        WebhookContent.of(data),
        data.id("reply_to"));
  }

  // Two edits may say the same, at the same time, and a retry must not become a third: what stays is the call's own id.
  private static Inbound updated(Part event, String webhookId) {
    Part data = event.at("data");
    String target = data.requireId("id");
    Content content = WebhookContent.of(data);
    return new Inbound.Remark(
        UNNAMED,
        target + ":edit:" + Proof.fingerprint(webhookId),
        at(event),
        peer(data),
        "edit",
        Optional.of(target),
        content);
  }

  private static Inbound status(Part event) {
    Part data = event.at("data");
    String id = data.requireId("id");
    Optional<Delivery> delivery =
        switch (data.word("status")) {
          case "sent" -> Optional.of(Delivery.of(Delivery.Status.SENT));
          case "delivered" -> Optional.of(Delivery.of(Delivery.Status.DELIVERED));
          case "read" -> Optional.of(Delivery.of(Delivery.Status.READ));
          case "played" -> Optional.of(Delivery.of(Delivery.Status.PLAYED));
          case "failed" -> Optional.of(Delivery.failed(data.label("error").orElse("no reason given")));
          default -> Optional.empty();
        };
    return delivery
        .<Inbound>map(known -> new Inbound.Receipt(UNNAMED, id, known, at(event)))
        .orElseGet(() -> ignored("A status that is none of ours."));
  }

  private static Optional<Peer> peer(Part data) {
    if (!data.at("from").isObject()) {
      return data.id("conversation").map(id -> new Peer(id, Optional.empty(), Optional.empty()));
    }
    Peer person = person(data.at("from"));
    return thread(data, person).or(() -> Optional.of(person));
  }

  private static Optional<Peer> thread(Part data, Peer person) {
    return data.id("conversation")
        .filter(id -> !id.equals(person.id()))
        .map(id -> new Peer(id, person.phone(), person.name()));
  }

  private static Peer person(Part from) {
    Optional<String> phone = from.id("phone").filter(number -> PHONE.matcher(number).matches());
    return new Peer(from.requireId("id"), phone, from.label("name"));
  }

  private static Optional<Instant> at(Part event) {
    try {
      return event.id("timestamp").map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Inbound ignored(String why) {
    return new Inbound.Unusable(UNNAMED, "ignored", why);
  }
}
