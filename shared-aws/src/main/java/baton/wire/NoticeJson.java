package baton.wire;

import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import baton.notice.Notice;
import baton.notice.Notice.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// How a notice goes over the topic of notices: the contract of docs/events.md.
public final class NoticeJson {
  private NoticeJson() {}

  /// As JSON; what is absent is left out.
  public static String write(Notice notice) {
    var json = Json.MAPPER.createObjectNode()
        .put("id", notice.id())
        .put("kind", notice.kind().word())
        .put("workspace", notice.workspace().value());
    notice.conversation().ifPresent(id -> json.put("conversation", id.value()));
    notice.contact().ifPresent(id -> json.put("contact", id.value()));
    notice.channel().ifPresent(id -> json.put("channel", id.value()));
    json.put("version", notice.version())
        .put("at", notice.at().toString())
        .put("title", notice.title());
    var recipients = json.putArray("recipients");
    notice.recipients().forEach(agent -> recipients.add(agent.value()));
    return json.toString();
  }

  /// The notice of that JSON.
  public static Notice read(String text, boolean shared) {
    var json = Json.read(text);
    var recipients = new ArrayList<AgentId>();
    json.path("recipients").forEach(agent -> recipients.add(new AgentId(agent.asText())));
    return new Notice(
        json.path("id").asText(),
        Kind.of(json.path("kind").asText()).orElseThrow(),
        new WorkspaceId(json.path("workspace").asText()),
        Optional.ofNullable(json.get("conversation")).map(node -> new ConversationId(node.asText())),
        Optional.ofNullable(json.get("contact")).map(node -> new ContactId(node.asText())),
        Optional.ofNullable(json.get("channel")).map(node -> new ChannelId(node.asText())),
        json.path("version").asLong(),
        Instant.parse(json.path("at").asText()),
        recipients,
        json.path("title").asText(),
        shared);
  }
}
