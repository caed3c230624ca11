package baton.table;

import baton.id.ConversationId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// What must be looked at by now: found by the sparse index, so that an empty look costs the same in a table of any size.
public final class DueWork {
  private final Table table;

  /// Upon that table.
  public DueWork(Table table) {
    this.table = table;
  }

  /// One thing to look at.
  public sealed interface Due {
    /// A conversation that may lie still.
    record Idle(WorkspaceId workspace, ConversationId conversation) implements Due {}

    /// An event or an outgoing message that may never have been published.
    record Unpublished(Key key) implements Due {}
  }

  /// What is due in that partition, the oldest first. The index may be a moment behind: what it names is looked at again.
  public List<Due> in(int shard, Instant now, int most) {
    var expression = new Expression();
    String condition = "%s = %s AND %s <= %s".formatted(
        expression.name("due"), expression.value(Keys.due(shard)), expression.name("dueAt"),
        expression.value(Keys.millis(now)));
    return table.client()
        .query(query -> query.tableName(table.name())
            .indexName(Keys.BY_DUE)
            .keyConditionExpression(condition)
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values())
            .limit(most))
        .items().stream()
        .map(Key::of)
        .map(DueWork::due)
        .toList();
  }

  private static Due due(Key key) {
    return Keys.isHead(key)
        ? new Due.Idle(Keys.workspaceOf(key.pk()), Keys.conversationOf(key.pk()))
        : new Due.Unpublished(key);
  }

  /// Puts it behind everything else that is due: what fails shall not stand in the way of what would not.
  public void putOff(Due due, Instant until) {
    var key = switch (due) {
      case Due.Idle(var workspace, var conversation) -> Keys.head(workspace, conversation);
      case Due.Unpublished(var unpublished) -> unpublished;
    };
    change(key, new Expression().set("dueAt", Keys.millis(until)).whenPresent("due"));
  }

  /// That item as it is now, if it still waits to be published.
  public Optional<Map<String, AttributeValue>> stillWaiting(Due.Unpublished due) {
    return table.read(due.key()).filter(item -> item.containsKey("due"));
  }

  /// Looks at this conversation again then, or never.
  ///
  /// @param version as it was seen; one that has moved since has set its own time
  public void lookAgain(WorkspaceId workspace, ConversationId conversation, long version, Optional<Instant> then) {
    var update = new Expression();
    then.ifPresentOrElse(
        at -> update.set("dueAt", Keys.millis(at)),
        () -> update.remove("due").remove("dueAt"));
    update.whenPresent("due").whenEqual("version", AttributeValue.fromN(Long.toString(version)));
    change(Keys.head(workspace, conversation), update);
  }

  // Nothing is returned: this role may touch, and see, little more than the timer.
  private void change(Key key, Expression update) {
    try {
      table.client().updateItem(UpdateItemRequest.builder()
          .tableName(table.name())
          .key(key.attributes())
          .updateExpression(update.update())
          .conditionExpression(update.condition())
          .expressionAttributeNames(update.names())
          .expressionAttributeValues(update.values())
          .build());
    } catch (ConditionalCheckFailedException | TransactionConflictException _) {
      // It moved at this moment, or is done; the next look finds how it is.
    }
  }
}
