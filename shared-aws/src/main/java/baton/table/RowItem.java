package baton.table;

import baton.access.Placed.Status;
import baton.channel.ChannelKind;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.TeamId;
import baton.inbox.Row;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A conversation's row, as far as by-folder projects its head.
final class RowItem {
  private RowItem() {}

  static Row read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    var status = Status.valueOf(item.text("status").toUpperCase(Locale.ROOT));
    var assignee = item.optional("assignee").map(AgentId::new);
    var traffic = ConversationItem.readTraffic(item);
    return new Row(
        Keys.conversationOf(item.key().pk()),
        status,
        assignee,
        responsible(status, assignee, item),
        item.optional("lastAssignee").map(AgentId::new),
        item.optional("team").map(TeamId::new),
        new ContactId(item.text("contact")),
        item.text("contactName"),
        new ChannelId(item.text("channel")),
        ChannelKind.of(item.text("channelKind")).orElseThrow(),
        item.time("statusSince"),
        traffic.waitingSince(),
        traffic.lastAt(),
        traffic.lastFrom(),
        traffic.preview(),
        traffic.unread(),
        (int) item.number("episode"),
        item.number("version"),
        traffic.seen());
  }

  private static Optional<AgentId> responsible(Status status, Optional<AgentId> assignee, Attributes item) {
    return switch (status) {
      case ASSIGNED -> assignee;
      case CLOSED -> item.optional("closedOwner").map(AgentId::new);
      case UNASSIGNED, BLOCKED -> Optional.empty();
    };
  }
}
