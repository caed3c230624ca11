package baton.table;

import baton.channel.Channel;
import baton.channel.ChannelKind;
import baton.channel.Inbound;
import baton.conversation.IncomingMessage;
import baton.conversation.OutgoingMessage;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ConversationId;
import baton.message.Content;
import baton.message.Content.Attachment;
import baton.message.Delivery;
import baton.message.MessageKey;
import baton.table.Attributes.ItemType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How what stands on a timeline is spelled: customers' messages, agents' replies, remarks.
final class MessageItem {
  static final String IN = "in";
  static final String OUT = "out";

  private MessageItem() {}

  static Map<String, AttributeValue> write(IncomingMessage message) {
    var key = Keys.onTimeline(message.channel().workspace(), message.conversation(), message.key());
    return content(Attributes.of(key, ItemType.MESSAGE), message.content())
        .put("direction", IN)
        .put("channel", message.channel().id().value())
        .put("contact", message.contact().value())
        .put("team", message.channel().team())
        .put("providerId", message.providerId())
        .put("quotes", message.quotes())
        .put("author", message.author().map(author -> author.name().orElse(author.id())))
        .put("receivedAt", message.receivedAt())
        .map();
  }

  static Map<String, AttributeValue> write(OutgoingMessage message) {
    var key = Keys.onTimeline(message.workspace(), message.conversation(), message.key());
    return Attributes.of(key, ItemType.MESSAGE)
        .put("direction", OUT)
        .put("kind", "text")
        .put("text", message.text())
        .put("channel", message.channel().value())
        .put("channelKind", message.channelKind().word())
        .put("address", message.address())
        .put("quotes", message.quotes())
        .put("author", message.author().value())
        .put("receivedAt", message.writtenAt())
        .put("delivery", Delivery.Status.QUEUED.word())
        // One conversation's replies wait in one partition, so that the clean-up finds them in their order too.
        .put("due", Keys.dueOf(message.conversation().value()))
        .put("dueAt", Keys.millis(message.writtenAt().plus(EventItem.PUBLISHED_WITHIN)))
        .map();
  }

  static OutgoingMessage readOutgoing(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    var key = item.key();
    return new OutgoingMessage(
        Keys.workspaceOf(key.pk()),
        Keys.conversationOf(key.pk()),
        new ChannelId(item.text("channel")),
        ChannelKind.of(item.text("channelKind")).orElseThrow(),
        Keys.messageKey(key.sk()),
        item.text("address"),
        new AgentId(item.text("author")),
        item.text("text"),
        item.optional("quotes"),
        item.time("receivedAt"));
  }

  static Map<String, AttributeValue> write(
      Channel channel, ConversationId conversation, Inbound.Remark remark, MessageKey key, Instant receivedAt) {
    return content(Attributes.of(Keys.onTimeline(channel.workspace(), conversation, key), ItemType.REMARK), remark.content())
        .put("direction", remark.kind().startsWith("echo") ? OUT : IN)
        .put("remark", remark.kind())
        .put("target", remark.target())
        .put("providerId", remark.providerId())
        .put("receivedAt", receivedAt)
        .map();
  }

  private static Attributes content(Attributes item, Content content) {
    return item.put("kind", content.word())
        .put("text", content.text())
        .putAll("attachments", content.attachments().stream().map(MessageItem::attachment).toList());
  }

  private static Map<String, String> attachment(Attachment attachment) {
    return Map.of("type", attachment.type(), "reference", attachment.reference(), "name", attachment.name());
  }

  static List<Attachment> attachments(Attributes item) {
    return item.maps("attachments").stream()
        .map(map -> new Attachment(
            map.getOrDefault("type", ""), map.getOrDefault("reference", ""), map.getOrDefault("name", "")))
        .toList();
  }

  static Optional<Delivery> delivery(Attributes item) {
    return item.optional("delivery")
        .map(word -> new Delivery(
            Delivery.Status.valueOf(word.toUpperCase(Locale.ROOT)), item.text("deliveryError"),
            item.flag("deliveryRetryable")));
  }
}
