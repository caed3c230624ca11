package baton.channels.webhook;

import baton.channels.wire.Attachments;
import baton.channels.wire.Malformed;
import baton.channels.wire.Part;
import baton.message.Content;
import baton.message.Content.Attachment;
import baton.message.Content.Kind;
import baton.message.Content.Trait;
import java.util.List;
import java.util.Set;

/// What a message of the generic webhook says.
final class WebhookContent {
  private WebhookContent() {}

  /// The content; unsupported where it has neither text nor attachments, or they cannot be read.
  static Content of(Part data) {
    Set<Trait> traits = data.id("reply_to").isPresent() ? Set.of(Trait.REPLY) : Set.of();
    try {
      String text = data.text("text").orElse("");
      List<Attachment> files = Attachments.list(data.list("attachments"), WebhookContent::file);
      return new Content(kind(data.text("text").isPresent(), text, files), traits, text, files);
    } catch (Malformed _) {
      return new Content(Kind.UNSUPPORTED, traits, "", List.of());
    }
  }

  // Nothing here fetches an address, but a page may show it as a link: only those that a link may have are kept.
  private static Attachment file(Part file) {
    String url = file.text("url").filter(address -> address.matches("(?is)https?://.+")).orElse("");
    return Attachments.of(
        file.text("content_type").orElse("application/octet-stream"), url, file.label("name").orElse(""));
  }

  private static Kind kind(boolean says, String text, List<Attachment> files) {
    if (files.isEmpty()) {
      return says ? Kind.TEXT : Kind.UNSUPPORTED;
    }
    return text.isBlank() && files.size() == 1 ? kind(files.getFirst().type()) : Kind.MIXED;
  }

  private static Kind kind(String type) {
    return switch (type.split("/")[0]) {
      case "image" -> Kind.IMAGE;
      case "audio" -> Kind.AUDIO;
      case "video" -> Kind.VIDEO;
      default -> Kind.DOCUMENT;
    };
  }
}
