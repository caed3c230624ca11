package baton.table;

import baton.access.Placed.Status;
import baton.channel.ChannelKind;
import baton.conversation.Conversation;
import baton.conversation.Conversation.Core;
import baton.conversation.Traffic;
import baton.conversation.Traffic.LastFrom;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.TeamId;
import baton.table.Attributes.ItemType;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a conversation's head is spelled, its index keys included: they follow from its state.
final class ConversationItem {
  // The status words that the traffic's condition names too.
  static final String UNASSIGNED = Status.UNASSIGNED.word();
  static final String ASSIGNED = Status.ASSIGNED.word();
  static final String BLOCKED = Status.BLOCKED.word();

  private ConversationItem() {}

  static Map<String, AttributeValue> write(Conversation conversation) {
    var core = conversation.core();
    var item = Attributes.of(Keys.head(core.workspace(), core.id()), ItemType.CONVERSATION)
        .put("status", conversation.status().word())
        .put("statusSince", conversation.since())
        .put("version", core.version())
        .put("lastRequest", core.lastRequest())
        .put("episode", core.episode())
        .put("openedAt", core.openedAt())
        .put("openedBy", core.openedBy().map(Keys::timeline))
        .put("channel", core.channel().value())
        .put("channelKind", core.channelKind().word())
        .put("contact", core.contact().value())
        .put("contactName", core.contactName())
        .put("address", core.address())
        .put("team", core.team())
        .put("assignee", conversation.holder())
        .put("lastAssignee", core.lastAssignee());
    switch (conversation) {
      case Conversation.Closed closed -> item.put("closedOwner", closed.owner());
      case Conversation.Blocked blocked -> item.put("closedOwner", blocked.owner()).put("wasClosed", blocked.wasClosed());
      case Conversation.Unassigned _, Conversation.Assigned _ -> { }
    }
    traffic(item, core.traffic());
    indexes(item, conversation);
    return item.map();
  }

  private static void traffic(Attributes item, Traffic traffic) {
    item.put("lastKey", Keys.timeline(traffic.lastKey()))
        .put("lateKey", traffic.lateKey().map(Keys::timeline))
        .put("lastAt", traffic.lastAt())
        .put("lastFrom", traffic.lastFrom().word())
        .put("preview", traffic.preview())
        .put("unread", traffic.unread())
        .putTime("readAt", traffic.readAt())
        .putTime("waitingSince", traffic.waitingSince());
  }

  private static void indexes(Attributes item, Conversation conversation) {
    var core = conversation.core();
    var workspace = core.workspace();
    var lastAt = core.traffic().lastAt();
    switch (conversation) {
      case Conversation.Unassigned(var _, var since) -> {
        String place = Keys.millis(core.traffic().waitingSince().orElse(since));
        folder(item.put("queueSort", place), Keys.unassigned(workspace, core.team()), place);
      }
      // A message may have come since the conversation was read for this move: no place from before the move is right.
      case Conversation.Assigned(var _, var assignee, var since) ->
          folder(item, Keys.assigned(workspace, assignee), Keys.minute(lastAt.isAfter(since) ? lastAt : since));
      case Conversation.Closed(var _, var owner, var since) ->
          folder(item, Keys.closed(workspace, owner), Keys.millis(since));
      case Conversation.Blocked _ -> folder(item, Keys.blocked(workspace), Keys.minute(lastAt));
    }
    item.put("period", Keys.episodes(workspace)).put("periodSort", Keys.millis(core.openedAt()));
    core.idleCheckAt().ifPresent(at -> item.put("due", Keys.dueOf(core.id().value())).put("dueAt", Keys.millis(at)));
  }

  private static void folder(Attributes item, String folder, String sort) {
    item.put("folder", folder).put("folderSort", sort);
  }

  static Conversation read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    var key = item.key();
    var core = new Core(
        Keys.workspaceOf(key.pk()),
        Keys.conversationOf(key.pk()),
        new ChannelId(item.text("channel")),
        ChannelKind.of(item.text("channelKind")).orElseThrow(),
        new ContactId(item.text("contact")),
        item.text("contactName"),
        item.text("address"),
        item.optional("team").map(TeamId::new),
        item.optional("lastAssignee").map(AgentId::new),
        (int) item.number("episode"),
        item.time("openedAt"),
        item.optional("openedBy").map(Keys::messageKey),
        item.optional("dueAt").map(Long::parseLong).map(Instant::ofEpochMilli),
        item.number("version"),
        item.text("lastRequest"),
        readTraffic(item));
    var since = item.time("statusSince");
    Optional<AgentId> owner = item.optional("closedOwner").map(AgentId::new);
    return switch (Status.valueOf(item.text("status").toUpperCase(Locale.ROOT))) {
      case UNASSIGNED -> new Conversation.Unassigned(core, since);
      case ASSIGNED -> new Conversation.Assigned(core, new AgentId(item.text("assignee")), since);
      case CLOSED -> new Conversation.Closed(core, owner, since);
      case BLOCKED -> new Conversation.Blocked(core, item.flag("wasClosed"), owner, since);
    };
  }

  static Traffic readTraffic(Attributes item) {
    return new Traffic(
        Keys.messageKey(item.text("lastKey")),
        item.optional("lateKey").map(Keys::messageKey),
        item.time("lastAt"),
        LastFrom.valueOf(item.text("lastFrom").toUpperCase(Locale.ROOT)),
        item.text("preview"),
        item.flag("unread"),
        item.optionalTime("readAt"),
        item.optionalTime("waitingSince"));
  }
}
