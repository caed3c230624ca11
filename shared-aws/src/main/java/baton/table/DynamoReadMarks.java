package baton.table;

import baton.conversation.Attempts;
import baton.conversation.ReadMarks;
import baton.conversation.Seen;
import baton.conversation.Unavailable;
import baton.id.AgentId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// [ReadMarks] upon the table: one conditional update, whose failure brings the head back without a read.
public final class DynamoReadMarks implements ReadMarks {
  private final Table table;
  private final Attempts attempts;

  /// Upon that table.
  public DynamoReadMarks(Table table, Attempts attempts) {
    this.table = table;
    this.attempts = attempts;
  }

  @Override
  public Marked mark(
      WorkspaceId workspace, ConversationId conversation, AgentId agent, Expected expected, Instant now) {
    var update = new Expression()
        .set("unread", false)
        .set("readAt", now.toEpochMilli())
        .whenEqual("assignee", agent.value());
    expected.seen().ifPresent(token -> whenNothingNewer(update, token));
    expected.version().ifPresent(
        version -> update.whenEqual("version", AttributeValue.fromN(Long.toString(version))));
    var key = Keys.head(workspace, conversation);
    return attempts.until(() -> {
      try {
        return Optional.of(new Marked.Read(ConversationItem.read(table.update(key, update))));
      } catch (ConditionalCheckFailedException e) {
        return Optional.of(e.hasItem() ? new Marked.Kept(ConversationItem.read(e.item())) : new Marked.Unknown());
      } catch (TransactionConflictException _) {
        // A move is being written at this moment. The SDK does not repeat this one.
        return Optional.empty();
      } catch (SdkException e) {
        throw new Unavailable("the table does not answer", e);
      }
    });
  }

  private static void whenNothingNewer(Expression update, Seen seen) {
    update.whenEqual("lastKey", Keys.timeline(seen.lastKey()));
    seen.lateKey().ifPresentOrElse(
        late -> update.whenEqual("lateKey", Keys.timeline(late)), () -> update.whenAbsent("lateKey"));
  }
}
