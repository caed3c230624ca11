package baton.wire;

import baton.channel.ChannelKind;
import baton.conversation.OutgoingMessage;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import baton.message.MessageKey;
import java.time.Instant;
import java.util.Optional;

/// How a reply goes through the queue to its delivery.
public final class OutgoingJson {
  private OutgoingJson() {}

  /// As JSON.
  public static String write(OutgoingMessage message) {
    var json = Json.MAPPER.createObjectNode()
        .put("workspace", message.workspace().value())
        .put("conversation", message.conversation().value())
        .put("channel", message.channel().value())
        .put("channelKind", message.channelKind().word())
        .put("key", message.key().toString())
        .put("address", message.address())
        .put("author", message.author().value())
        .put("text", message.text())
        .put("writtenAt", message.writtenAt().toString());
    message.quotes().ifPresent(quotes -> json.put("quotes", quotes));
    return json.toString();
  }

  /// The reply of that JSON.
  public static OutgoingMessage read(String text) {
    var json = Json.read(text);
    return new OutgoingMessage(
        new WorkspaceId(json.path("workspace").asText()),
        new ConversationId(json.path("conversation").asText()),
        new ChannelId(json.path("channel").asText()),
        ChannelKind.of(json.path("channelKind").asText()).orElseThrow(),
        MessageKey.parse(json.path("key").asText()).orElseThrow(),
        json.path("address").asText(),
        new AgentId(json.path("author").asText()),
        json.path("text").asText(),
        Optional.ofNullable(json.get("quotes")).map(node -> node.asText()),
        Instant.parse(json.path("writtenAt").asText()));
  }
}
