package baton.table;

import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import baton.conversation.Conversation;
import baton.conversation.Traffic;
import baton.conversation.Traffic.LastFrom;
import baton.inbox.Row;
import baton.message.MessageKey;
import baton.table.meter.TableShape;
import baton.testing.ConversationFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What by-folder holds of a conversation is what its row shows: no less, and nothing that nobody reads.
class RowItemTest {
  private static final TableShape.Index BY_FOLDER = TableShape.ofTemplate().index(Keys.BY_FOLDER);
  private static final Traffic EVERYTHING = new Traffic(
      MessageKey.incoming(NOW, "last"), Optional.of(MessageKey.incoming(NOW.minusSeconds(1), "late")), NOW,
      LastFrom.OPERATOR, "Hello", true, Optional.of(NOW), Optional.of(NOW));
  private static final List<Conversation> CONVERSATIONS =
      Stream.of(waiting(), assignedTo("ana"), closedBy("ana"), blocked())
          .map(one -> one.in("support").lastHeldBy("bo").version(7).with(EVERYTHING))
          .map(ConversationFixture::conversation)
          .toList();

  @Test
  void every_attribute_that_a_row_reads_is_projected() {
    assertThat(CONVERSATIONS).allSatisfy(one -> assertThat(RowItem.read(entry(one))).isEqualTo(Row.of(one)));
  }

  @Test
  void every_attribute_that_is_projected_is_read_by_a_row() {
    assertThat(BY_FOLDER.included()).isNotEmpty().allSatisfy(attribute -> assertThat(CONVERSATIONS)
        .as(attribute).anyMatch(one -> !without(attribute, one).equals(Optional.of(Row.of(one)))));
  }

  private static Map<String, AttributeValue> entry(Conversation conversation) {
    return BY_FOLDER.entry(ConversationItem.write(conversation)).orElseThrow();
  }

  private static Optional<Row> without(String attribute, Conversation conversation) {
    var entry = new HashMap<>(entry(conversation));
    entry.remove(attribute);
    try {
      return Optional.of(RowItem.read(entry));
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }
}
