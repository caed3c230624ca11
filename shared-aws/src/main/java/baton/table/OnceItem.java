package baton.table;

import baton.conversation.Answer;
import baton.conversation.Change.Remembered;
import baton.conversation.Conversations.Kept;
import baton.id.WorkspaceId;
import baton.table.Attributes.ItemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// How the answer to a request is kept under the client's key, in the transaction of what the request did.
final class OnceItem {
  /// How long an answer is remembered for a repeated request.
  static final Duration REMEMBERED = Duration.ofHours(48);

  private OnceItem() {}

  static TransactWriteItem part(Table table, WorkspaceId workspace, Remembered remembered, Instant at) {
    var item = Attributes
        .of(Keys.once(workspace, remembered.agent(), remembered.key().key()), ItemType.OTHER)
        .put("request", remembered.key().requestHash())
        .put("status", remembered.answer().status())
        .put("version", remembered.answer().version())
        .put("body", remembered.answer().body())
        // TTL frees the space, in seconds; whether it still counts is asked of the clock.
        .put("expiresAt", at.plus(REMEMBERED).getEpochSecond())
        .map();
    var condition = new Expression();
    condition.when("attribute_not_exists(%s) OR %s < %s".formatted(
        condition.name("pk"), condition.name("expiresAt"), condition.value(at.getEpochSecond())));
    return table.puts(item, condition);
  }

  /// What was answered, if it still counts.
  static Optional<Kept> read(Map<String, AttributeValue> values, Instant now) {
    var item = Attributes.of(values);
    return item.number("expiresAt") < now.getEpochSecond()
        ? Optional.empty()
        : Optional.of(new Kept(
            item.text("request"), new Answer((int) item.number("status"), item.number("version"), item.text("body"))));
  }
}
