package baton.table;

import baton.event.EventType;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import baton.inbox.Entry;
import baton.inbox.Timeline;
import baton.inbox.Timelines;
import baton.table.Attributes.ItemType;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// [Timelines] upon the table: what was said and what was done, in two queries at the same time.
public final class DynamoTimelines implements Timelines {
  private final Table table;

  /// Upon that table.
  public DynamoTimelines(Table table) {
    this.table = table;
  }

  @Override
  public Timeline read(WorkspaceId workspace, ConversationId conversation, Timeline.Before before, int most) {
    // What is old does not change but for late messages: only the newest piece is worth the price of a consistent read.
    boolean newest = before.equals(Timeline.Before.NOTHING_SHOWN);
    String said = before.message().map(Keys::timeline).orElse(Keys.TIMELINE_END);
    String done = before.version().isPresent() ? Keys.logEntry(before.version().getAsLong()) : Keys.LOG_END;
    var both = Parallel.both(
        () -> before(Keys.conversation(workspace, conversation), said, newest, most).read(table),
        () -> before(Keys.log(workspace, conversation.value()), done, newest, most).read(table));
    return Timeline.merge(
        both.first().items().stream().map(DynamoTimelines::entry).toList(),
        // An event of a type that a later release has written is nothing that this one could show.
        both.second().items().stream()
            .filter(DynamoTimelines::isKnown)
            .map(item -> new Entry.Move(EventItem.read(item)))
            .toList(),
        before, most);
  }

  private static Range before(String partition, String sort, boolean newest, int most) {
    return new Range(Listing.TABLE, partition, new Range.From.Beyond(sort), true, newest, most + 1);
  }

  static boolean isKnown(Map<String, AttributeValue> event) {
    return EventType.of(Attributes.of(event).text("type")).isPresent();
  }

  private static Entry entry(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    var key = Keys.messageKey(item.key().sk());
    boolean ours = item.text("direction").equals(MessageItem.OUT);
    if (item.text("item").equals(ItemType.REMARK.word())) {
      return new Entry.Remark(
          key, ours, item.text("remark"), item.optional("target"), item.text("kind"), item.text("text"),
          MessageItem.attachments(item), item.time("receivedAt"), item.optional("providerId"));
    }
    return new Entry.Message(
        key, ours, item.text("kind"), item.text("text"), MessageItem.attachments(item), item.optional("author"),
        item.time("receivedAt"), MessageItem.delivery(item), item.optional("providerId"), item.optional("quotes"));
  }
}
